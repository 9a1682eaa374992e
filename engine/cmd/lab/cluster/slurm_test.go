//go:build slurm

// Package cluster is job files for clusters. Its test runs one of them under a real Slurm, of its own.
package cluster

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A slurm is a controller and one node, on this machine's loopback.
type slurm struct {
	t   *testing.T
	dir string
}

// port is one that is free now.
func port(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

const conf = `ClusterName=driftlab
SlurmctldHost=%[1]s(127.0.0.1)
SlurmctldPort=%[3]d
SlurmdPort=%[4]d
SlurmUser=%[6]s
SlurmdUser=%[6]s
AuthType=auth/munge
AuthInfo=socket=%[2]s/munge.sock
CredType=cred/munge
StateSaveLocation=%[2]s/state
SlurmdSpoolDir=%[2]s/spool
SlurmctldPidFile=%[2]s/slurmctld.pid
SlurmdPidFile=%[2]s/slurmd.pid
SlurmctldLogFile=%[2]s/slurmctld.log
SlurmdLogFile=%[2]s/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
KillWait=2
SlurmdParameters=config_overrides
NodeName=%[1]s NodeAddr=127.0.0.1 CPUs=%[5]d RealMemory=8192 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`

// start starts the daemons. They end with the test.
func start(t *testing.T) *slurm {
	t.Helper()
	// Munge wants a folder that only its user can write, and a short path for its socket.
	dir, err := os.MkdirTemp("", "slurm")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	s := &slurm{t, dir}
	key := make([]byte, 128)
	_, _ = rand.Read(key)
	host, _ := os.Hostname()
	host, _, _ = strings.Cut(host, ".")
	s.write("munge.key", key, 0o400)
	s.write("slurm.conf", fmt.Appendf(nil, conf, host, dir, port(t), port(t), runtime.NumCPU(), user(t)), 0o644)
	s.write("cgroup.conf", []byte("CgroupPlugin=cgroup/v1\n"), 0o644)
	for _, name := range []string{"state", "spool"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	s.daemon("munged", "--foreground", "--force", "--socket="+dir+"/munge.sock", "--key-file="+dir+"/munge.key", "--pid-file="+dir+"/munge.pid",
		"--log-file="+dir+"/munge.log", "--seed-file="+dir+"/munge.seed")
	s.until("munge's socket", func() bool { _, err := os.Stat(dir + "/munge.sock"); return err == nil })
	s.daemon("slurmctld", "-D", "-i", "-f", dir+"/slurm.conf")
	s.daemon("slurmd", "-D", "-f", dir+"/slurm.conf")
	s.until("the node to be idle", func() bool { return strings.TrimSpace(s.tool("sinfo", "-h", "-o", "%T")) == "idle" })
	return s
}

func user(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("id", "-un").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func (s *slurm) write(name string, b []byte, mode os.FileMode) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), b, mode); err != nil {
		s.t.Fatal(err)
	}
}

func (s *slurm) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "SLURM_CONF="+s.dir+"/slurm.conf", "PATH="+os.Getenv("PATH")+":/usr/sbin:/sbin")
	cmd.Dir = s.dir
	return cmd
}

// daemon runs in the foreground, as a child.
func (s *slurm) daemon(name string, args ...string) {
	s.t.Helper()
	path := name
	for _, dir := range []string{"/usr/sbin/", "/sbin/"} {
		if _, err := os.Stat(dir + name); err == nil {
			path = dir + name
			break
		}
	}
	cmd := s.command(path, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		over := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		over.Stop()
		if s.t.Failed() {
			s.t.Logf("%s said:\n%s", name, out.String())
		}
	})
}

// tool is what one of Slurm's commands says, or nothing.
func (s *slurm) tool(name string, args ...string) string {
	out, err := s.command(name, args...).Output()
	if err != nil {
		return ""
	}
	return string(out)
}

// must is a command that has to work.
func (s *slurm) must(env []string, name string, args ...string) string {
	s.t.Helper()
	cmd := s.command(name, args...)
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		logs, _ := filepath.Glob(filepath.Join(s.dir, "sweep-*.log"))
		for _, log := range logs {
			text, _ := os.ReadFile(log)
			s.t.Logf("%s: %s", log, text)
		}
		s.t.Fatalf("%s %s: %v: %s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (s *slurm) until(what string, is func() bool) {
	s.t.Helper()
	for end := time.Now().Add(40 * time.Second); !is(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// An array of tasks does the shards; cancelled in the middle, and some of them sent again, they go on to what one process
// comes to without any Slurm.
func TestSlurm(t *testing.T) {
	s := start(t)
	s.must(nil, "go", "build", "-C", here(t), "-o", s.dir+"/lab", "..")
	script, err := os.ReadFile("slurm.sh")
	if err != nil {
		t.Fatal(err)
	}
	s.write("slurm.sh", script, 0o755)
	dials := strings.Fields("-preset trial -sed=false -runs 6 -steps 60000 -keep 0.05")
	batch := func(array string, more ...string) []string {
		return append(append([]string{"--parsable", "--array=" + array, "--cpus-per-task=1", "--mem-per-cpu=64"}, more...), append([]string{"slurm.sh"}, dials...)...)
	}

	job := strings.TrimSpace(s.must(nil, "sbatch", batch("0-2")...))
	s.until("two shards to be begun", func() bool {
		begun, _ := filepath.Glob(s.dir + "/runs/*.sweep")
		return len(begun) >= min(2, runtime.NumCPU())
	})
	time.Sleep(200 * time.Millisecond)
	s.must(nil, "scancel", job)
	s.until("the tasks to be gone", func() bool { return strings.TrimSpace(s.tool("squeue", "-h", "-o", "%i")) == "" })

	// Slurm counts two tasks in the second array, and three in the third.
	s.must([]string{"SHARDS=3"}, "sbatch", batch("0,2", "--wait")...)
	s.must(nil, "sbatch", batch("1-3", "--wait")...)
	s.must(nil, "./lab", "merge", "runs", "-o", "slurm.csv")
	s.must(nil, "./lab", append(append([]string{"sweep"}, dials...), "-o", "alone")...)
	s.must(nil, "./lab", "merge", "alone", "-o", "alone.csv")
	got, _ := os.ReadFile(s.dir + "/slurm.csv")
	want, _ := os.ReadFile(s.dir + "/alone.csv")
	if len(got) == 0 || !bytes.Equal(got, want) {
		t.Errorf("under Slurm:\n%s\nalone:\n%s", got, want)
	}
	logs, _ := filepath.Glob(s.dir + "/sweep-" + job + "_*.log")
	if len(logs) == 0 {
		t.Error("the tasks have no log")
	}
}

func here(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

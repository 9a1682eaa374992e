package engine

import "testing"

// A shard may be named in an address as on the command line.
func TestShardInAnAddress(t *testing.T) {
	s := opened("scene=sweep&preset=trial&shard=3/7").Status()
	if s.Params["shard"] != "3" || s.Params["shards"] != "7" || len(s.Notices) > 0 {
		t.Errorf("shard %s of %s; %q", s.Params["shard"], s.Params["shards"], s.Notices)
	}
	for _, bad := range []string{"3/", "x/7", "3/0"} {
		if s, err := Open("scene=sweep&preset=trial&shard="+bad, nil); err == nil && len(s.Status().Notices) == 0 {
			t.Errorf("%s: nothing is said", bad)
		}
	}
}

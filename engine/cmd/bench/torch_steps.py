"""Times PyTorch in one thread at what some cases of the benchmarks are.

    python3 engine/cmd/bench/torch_steps.py

fig2 and tiny are a full-batch step of gradient descent, each parameter then moved by noise. Which numbers are learned
matters to neither: PyTorch multiplies them all.

mlp and mlp2000 are a step of Adam with a batch of digits. PyTorch multiplies all inputs, ours those that are not 0. So beside the steps a second stand the multiply-adds
that it does, all of them, and those that ours are counted by, of inputs that are on and of active units.
"""

import time

SECONDS = 3
TRACK = [("fig2", 150, 18, 500, 17), ("tiny", 5, 20, 100, 5)]
MLP = [("mlp", 196, 400, 20, 0.29, 1.2e-3), ("mlp2000", 784, 2000, 50, 0.19, 1e-4)]


def walk(torch, samples, inputs, units, outputs, dtype):
    """A step with update noise."""
    torch.manual_seed(1)
    net = torch.nn.Sequential(torch.nn.Linear(inputs, units), torch.nn.ReLU(), torch.nn.Linear(units, outputs, bias=False)).to(dtype)
    x, y = torch.rand(samples, inputs, dtype=dtype), torch.rand(samples, outputs, dtype=dtype)
    rate, noise = 0.1, 0.01389
    descent = torch.optim.SGD(net.parameters(), lr=rate)
    loss = torch.nn.MSELoss()

    def step():
        descent.zero_grad()
        loss(net(x), y).backward()
        descent.step()
        with torch.no_grad():
            for parameter in net.parameters():
                parameter.add_(torch.randn_like(parameter), alpha=rate * noise)

    return step


def trial(torch, inputs, units, samples, share, rate):
    """A step, and how many multiply-adds it has: all, and of what is on."""
    torch.manual_seed(1)
    net = torch.nn.Sequential(torch.nn.Linear(inputs, units), torch.nn.ReLU(), torch.nn.Linear(units, 10))
    x = torch.rand(samples, inputs)
    x = torch.where(x < share, x / share, torch.zeros(()))
    targets = torch.arange(samples) % 10
    adam = torch.optim.Adam(net.parameters(), lr=rate)
    loss = torch.nn.CrossEntropyLoss()

    def step():
        adam.zero_grad()
        loss(net(x), targets).backward()
        adam.step()

    on = int((x != 0).sum())
    active = int((net[1](net[0](x)) > 0).sum())
    everything = 2 * samples * inputs * units + 3 * samples * units * 10
    return step, everything, 2 * on * units + 2 * active * 10 + samples * units * 10


def seconds(step):
    """How much of the processor's time a step takes: the best of five goes."""
    for _ in range(5):
        step()
    best = float("inf")
    for _ in range(5):
        steps, began = 0, time.process_time()
        while time.process_time() - began < SECONDS / 5:
            step()
            steps += 1
        best = min(best, (time.process_time() - began) / steps)
    return best


def main():
    try:
        import torch
    except ImportError:
        print("PyTorch is not installed here (Debian: python3-torch), so it is not timed.")
        return
    torch.set_num_threads(1)
    print(f"PyTorch {torch.__version__}, one thread, by processor time")
    for name, *sizes in TRACK:
        for dtype in (torch.float32, torch.float64):
            print(f"{name}, {dtype}: {1 / seconds(walk(torch, *sizes, dtype)):.0f} steps/s")
    for name, inputs, units, samples, share, rate in MLP:
        step, everything, on = trial(torch, inputs, units, samples, share, rate)
        took = seconds(step)
        print(f"{name}, torch.float32: {1 / took:.0f} steps/s, {everything / took / 1e9:.1f} multiply-adds/ns, "
              f"of what is on {on / took / 1e9:.2f}")


main()

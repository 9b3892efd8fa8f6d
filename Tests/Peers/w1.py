#!/usr/bin/env python3
"""W1 against JAX, in turn, on one core: prints both rates and their ratio; fails below 10.

    python3 Tests/Peers/w1.py [--rounds 3] [--seconds 3] [--core 1]

Needs `swift build -c release --product Benchmarks`, the peers in ../shared/peers (or KETBOOK_SHARED)
and a Python with numpy 2.4.6 and jax 0.10.2 (KETBOOK_PEERS names it; else this one). Without them
it says what is missing and that it is skipped, and ends with 0.
"""
import argparse, json, os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

root = pathlib.Path(__file__).resolve().parents[2]


def skipped(reason):
    print(f"skipped: {reason}")
    sys.exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    arguments = parser.parse_args()
    ours = root / ".build/release/Benchmarks"
    peers = pathlib.Path(os.environ.get("KETBOOK_SHARED", root.parent / "shared")) / "peers"
    python = os.environ.get("KETBOOK_PEERS", sys.executable)
    if not ours.exists():
        skipped("no release build of Benchmarks")
    if not (peers / "peer_w1.py").exists():
        skipped(f"no peers in {peers}")
    if not shutil.which(python) or subprocess.run(
            [python, "-c", "import jax, numpy"], capture_output=True).returncode:
        skipped(f"{python} has no jax and numpy")
    pin = ["taskset", "-c", str(arguments.core)] if shutil.which("taskset") else []

    start = time.perf_counter()
    first = subprocess.run([ours, "w1", "--seconds", "0"], capture_output=True, text=True, check=True)
    fresh = time.perf_counter() - start
    assert json.loads(first.stdout)["ok"], first.stdout
    rates = {"ketbook": [], "jax_steps": []}
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(peers, pathlib.Path(folder) / "peers")
        for _ in range(arguments.rounds):
            for peer in rates:
                command = [ours, "w1"] if peer == "ketbook" else [python, "peer_w1.py", "--peer", peer]
                result = subprocess.run(
                    [*pin, *command, "--batch", "64", "--seconds", str(arguments.seconds)],
                    cwd=copy, capture_output=True, text=True, check=True)
                line = json.loads(result.stdout.splitlines()[-1])
                assert line["ok"], line
                rates[peer].append(line["seqgrads_per_s"])
    medians = {peer: statistics.median(values) for peer, values in rates.items()}
    ratio = medians["ketbook"] / medians["jax_steps"]
    for peer, values in rates.items():
        print(f"{peer}: {medians[peer]:,.0f} sequence-gradients/s ({min(values):,.0f} to {max(values):,.0f})")
    print(f"ratio: {ratio:.1f} (at least 10); fresh process to checked first result: {fresh:.3f} s (below 0.1)")
    sys.exit(0 if ratio >= 10 and fresh < 0.1 else 1)


main()

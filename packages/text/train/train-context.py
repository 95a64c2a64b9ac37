"""
Trains the context network of the de-cloaker: which characters were swapped, and for which.

    /usr/bin/python3 train-context.py FOLDER

Called by `train-context.ts`, which fills FOLDER with `sounds.txt` (a code unit, its syllable, its
class of near sounds), `lessons.tsv` (a comment, then the same comment in several disguises) and
`ordinary.txt` (a text a line), and takes `context.bin` from it. Needs PyTorch: Debian's
python3-torch, with libopenblas0-pthread, without which it takes several times as long. One core,
about fifteen minutes; the same seed on the same machine gives the same bytes.

A character and its sound go in, a few convolutions mix it with what stands around it, and two
answers come out for each place: was it swapped, and if it was, how likely is each character of the
same near sound. First it learns from all texts, with random swaps and hidden characters; then from
comments disguised by our habits.
"""

import random
import struct
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

SEED = 5
LETTERS, SOUNDS, WIDTH, DECIDERS = 96, 32, 128, 32
DILATIONS = [1, 1, 2, 4, 1]
# The mean of all places is added after so many convolutions.
MEAN_AFTER = 2
# Embeddings are small numbers times this, so that they learn as fast as the rest.
GAIN = 5
MASK, PAD, UNKNOWN, FIRST = 0, 1, 2, 3
LEAST_COUNT = 5
LONGEST = 128
BATCH = 4000
ROUNDS = 9
ORDINARY_BATCHES = 60
PLAIN_SHARE = 0.25
SWAP_SHARE, HIDDEN_SHARE, HIDDEN_LATER = 0.05, 0.12, 0.08
COMMONER = 0.65
FORBIDDEN = -30


def main(folder):
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    random.seed(SEED)
    course = Course(folder, np.random.default_rng(SEED))
    network = Network(course)
    Teacher(network, course).teach()
    (folder / 'context.bin').write_bytes(to_bytes(network, course))


class Course:
    """The texts, as rows of code units, and what is known of each unit."""

    def __init__(self, folder, rng):
        self.rng = rng
        self.syllable = np.zeros(65536, np.int64)
        self.near = np.zeros(65536, np.int64)
        for line in lines(folder / 'sounds.txt'):
            unit, syllable, near = map(int, line.split())
            self.syllable[unit], self.near[unit] = syllable, near
        self.near_of_syllable = np.zeros(self.syllable.max() + 1, np.int64)
        self.near_of_syllable[self.syllable] = self.near
        lessons = [line.split('\t') for line in lines(folder / 'lessons.tsv')]
        ordinary = lines(folder / 'ordinary.txt')
        counts = Counter()
        for text in [row[0] for row in lessons] + ordinary:
            counts.update(text)
        met = [one for one, count in counts.most_common() if count >= LEAST_COUNT]
        self.letters = [ord(one) for one in met if ord(one) < 65536]
        self.number = np.full(65536, UNKNOWN, np.int64)
        self.number[self.letters] = np.arange(len(self.letters)) + FIRST
        self.unit = np.array([0] * FIRST + self.letters)
        self.near_of_number = self.near[self.unit]
        self.lessons = [[units(text) for text in row] for row in lessons]
        self.ordinary = [units(text) for text in ordinary if len(text) >= 6]
        self.alike = self.group(counts)

    def group(self, counts):
        """By class of near sounds: its characters, and their shares summed up."""
        groups = {}
        for unit in self.letters:
            if self.near[unit]:
                groups.setdefault(int(self.near[unit]), []).append(unit)
        shares = {
            near: np.cumsum([counts[chr(unit)] ** COMMONER for unit in group])
            for near, group in groups.items()
        }
        return {near: (group, shares[near] / shares[near][-1]) for near, group in groups.items()}

    def batches(self, lengths):
        """Texts of about the same length together, in random order."""
        order = np.argsort(lengths + self.rng.random(len(lengths)) * 6)
        made, batch = [], []
        for nth in order:
            if batch and lengths[nth] * (len(batch) + 1) > BATCH:
                made.append(batch)
                batch = []
            batch.append(nth)
        made.append(batch)
        random.shuffle(made)
        return made


class Batch:
    """What is written and what was meant, a row for each text."""

    def __init__(self, written, meant):
        shape = (len(written), max(map(len, written)))
        self.written = np.zeros(shape, np.int64)
        self.meant = np.zeros(shape, np.int64)
        self.filled = np.zeros(shape, np.float32)
        for row, (one, other) in enumerate(zip(written, meant)):
            self.written[row, : len(one)] = one
            self.meant[row, : len(one)] = other
            self.filled[row, : len(one)] = 1

    def swap(self, course):
        """Swaps some characters, often two or three in a row, for others of near sounds."""
        rng = course.rng
        starts = rng.random(self.written.shape) < SWAP_SHARE
        further = rng.random(self.written.shape)
        swapped = starts.copy()
        swapped[:, 1:] |= starts[:, :-1] & (further[:, 1:] < 0.7)
        swapped[:, 2:] |= starts[:, :-2] & (further[:, 1:-1] < 0.7) & (further[:, 2:] < 0.25)
        for row, at in zip(*np.nonzero(swapped)):
            group, shares = course.alike.get(int(course.near[self.meant[row, at]]), (None, None))
            if group is not None:
                nth = min(len(group) - 1, int(np.searchsorted(shares, rng.random())))
                self.written[row, at] = group[nth]
        return self


class Network(nn.Module):
    def __init__(self, course):
        super().__init__()
        self.letter = nn.Embedding(len(course.unit), LETTERS)
        self.syllable = nn.Embedding(len(course.near_of_syllable), SOUNDS)
        self.near = nn.Embedding(int(course.near.max()) + 1, SOUNDS)
        for table in (self.letter, self.syllable, self.near):
            nn.init.normal_(table.weight, 0, 0.1)
        self.first = nn.Linear(LETTERS + SOUNDS, WIDTH)
        self.mixers = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 3, padding=far, dilation=far) for far in DILATIONS
        )
        self.mean = nn.Linear(WIDTH, WIDTH)
        self.deciders = nn.Linear(WIDTH, DECIDERS)
        self.decision = nn.Linear(DECIDERS, 1)
        self.guess = nn.Linear(WIDTH, LETTERS)
        self.usual = nn.Parameter(torch.zeros(len(course.unit)))

    def places(self, letters, syllables, nears, filled):
        sounds = self.syllable(syllables) + self.near(nears)
        seen = torch.cat([self.letter(letters), sounds], -1) * GAIN
        rows = (torch.relu(self.first(seen)) * filled[..., None]).transpose(1, 2)
        filled = filled[:, None, :]
        for nth, mix in enumerate(self.mixers):
            rows = (rows + torch.relu(mix(rows))) * filled
            if nth + 1 == MEAN_AFTER:
                mean = self.mean(rows.sum(-1) / filled.sum(-1))
                rows = (rows + mean[..., None]) * filled
        return rows.transpose(1, 2)

    def swapped(self, places):
        return self.decision(torch.relu(self.deciders(places)))[..., 0]

    def guesses(self, places):
        return F.linear(self.guess(places), self.letter.weight * GAIN) + self.usual


class Teacher:
    def __init__(self, network, course):
        self.network = network
        self.course = course
        self.near_of_number = torch.from_numpy(course.near_of_number)
        self.steps = torch.optim.AdamW(
            network.parameters(), lr=2e-3, weight_decay=1e-3, betas=(0.9, 0.98)
        )

    def teach(self):
        course = self.course
        ordinary = course.batches(np.array([len(text) for text in course.ordinary]))
        lengths = np.array([len(row[0]) for row in course.lessons])
        lessons = [('random', batch) for batch in course.batches(lengths)]
        lessons += [('first', batch) for batch in ordinary]
        random.shuffle(lessons)
        self.round('first', lessons, 2e-3, 1.2e-3)
        for nth in range(ROUNDS):
            lessons = [('habits', batch) for batch in course.batches(lengths)]
            start = nth * ORDINARY_BATCHES
            lessons += [('plain', one) for one in ordinary[start : start + ORDINARY_BATCHES]]
            random.shuffle(lessons)
            rate = lambda done: 1.3e-3 * (1 - done / ROUNDS) + 5e-5
            self.round(f'round {nth + 1}', lessons, rate(nth), rate(nth + 1))

    def round(self, name, lessons, rate, last_rate):
        sums = np.zeros(2)
        for nth, (kind, batch) in enumerate(lessons):
            for group in self.steps.param_groups:
                group['lr'] = rate + (last_rate - rate) * nth / len(lessons)
            sums += self.lesson(self.read(kind, batch), kind)
        print(name, len(lessons), *(f'{part:.4f}' for part in sums / len(lessons)), flush=True)

    def read(self, kind, batch):
        course = self.course
        if kind == 'habits':
            rows = [course.lessons[nth] for nth in batch]
            written = [self.choose(row) for row in rows]
            return Batch(written, [row[0] for row in rows])
        if kind == 'random':
            texts = [course.lessons[nth][0] for nth in batch]
            return Batch(texts, texts).swap(course)
        texts = [course.ordinary[nth] for nth in batch]
        return Batch(texts, texts).swap(course) if kind == 'first' else Batch(texts, texts)

    def choose(self, row):
        is_plain = self.course.rng.random() < PLAIN_SHARE
        return row[0] if is_plain else row[self.course.rng.integers(1, len(row))]

    def lesson(self, batch, kind):
        """One step; returns how wrong both answers were."""
        course, network = self.course, self.network
        near = course.near[batch.written]
        swapped = batch.written != batch.meant
        share = HIDDEN_SHARE if kind in ('first', 'random') else HIDDEN_LATER
        hidden = (course.rng.random(near.shape) < share) & (near > 0) & ~swapped
        letters = np.where(hidden, MASK, course.number[batch.written])
        letters = np.where(batch.filled > 0, letters, PAD)
        syllables = course.syllable[batch.written]
        places = network.places(*map(torch.from_numpy, (letters, syllables, near, batch.filled)))

        asked = torch.from_numpy(((near > 0) & ~hidden).astype(np.float32))
        truth = torch.from_numpy(swapped.astype(np.float32))
        doubt = F.binary_cross_entropy_with_logits(
            network.swapped(places), truth, reduction='none'
        )
        wrong = (doubt * asked).sum() / asked.sum()

        meant = course.number[batch.meant].reshape(-1)
        known = course.near_of_number[meant] > 0
        chosen = np.nonzero((swapped | hidden).reshape(-1) & known)[0]
        targets = torch.from_numpy(meant[chosen])
        scores = network.guesses(places.reshape(-1, WIDTH)[torch.from_numpy(chosen)])
        others = self.near_of_number[None, :] != self.near_of_number[targets][:, None]
        missed = F.cross_entropy(scores.masked_fill(others, FORBIDDEN), targets)

        self.steps.zero_grad()
        (4 * wrong + 0.5 * missed).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        self.steps.step()
        return float(wrong.detach()), float(missed.detach())


def to_bytes(network, course):
    """As `src/decloak/context-network.ts` reads it: little endian, parts on multiples of four."""
    state = {
        name: one.detach().numpy().astype(np.float64)
        for name, one in network.state_dict().items()
    }
    sounds = (state['syllable.weight'] + state['near.weight'][course.near_of_syllable]) * GAIN
    sizes = [len(course.unit), LETTERS, len(sounds), SOUNDS, WIDTH, DECIDERS, len(DILATIONS)]
    head = struct.pack(f'<{len(sizes)}H', *sizes) + struct.pack(f'<{len(DILATIONS)}H', *DILATIONS)
    parts = [pad(b'FXC1' + head + struct.pack(f'<{len(course.letters)}H', *course.letters))]
    parts += [matrix(state['letter.weight'] * GAIN), matrix(sounds), *layer(state, 'first')]
    for nth in range(len(DILATIONS)):
        # Of each output: all inputs of the place before, of the place, of the place behind.
        weights = state[f'mixers.{nth}.weight'].transpose(0, 2, 1).reshape(WIDTH, 3 * WIDTH)
        parts += [matrix(weights), vector(state[f'mixers.{nth}.bias'])]
    for name in ('mean', 'deciders', 'decision', 'guess'):
        parts += layer(state, name)
    return b''.join([*parts, vector(state['usual'])])


def layer(state, name):
    return [matrix(state[f'{name}.weight']), vector(state[f'{name}.bias'])]


def matrix(rows):
    """A scale for each row, then its cells as signed bytes."""
    scales = np.maximum(np.abs(rows).max(1) / 127, 1e-9)
    cells = np.clip(np.round(rows / scales[:, None]), -127, 127).astype(np.int8)
    return pad(scales.astype('<f4').tobytes() + cells.tobytes())


def vector(values):
    return np.asarray(values).astype('<f4').tobytes()


def pad(part):
    return part + b'\0' * (-len(part) % 4)


def units(text):
    row = np.frombuffer(text.encode('utf-16-le', 'surrogatepass'), np.uint16)
    return row.astype(np.int64)[:LONGEST]


def lines(path):
    return path.read_text(encoding='utf-8').split('\n')


if __name__ == '__main__':
    main(Path(sys.argv[1]))

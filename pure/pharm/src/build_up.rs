//! Withdrawal build-up D over one panel. Its driving force, the deficit max(0, -n), has a corner where the net signal n
//! changes sign; the place of the corner is found and the integral split there, so the corner costs no precision.

use crate::collocation::{COLLOCATION, Matrix, Polynomial, dot, weighted};
use crate::lanes::{self, LANES, Lanes, range};

/// How one exponentially fading memory with unit gain answers a force given at the nodes:
/// value at node i = kept_i * value at 0 + sum_j gained[j][i] * force_j.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(crate) struct Memory {
    pub(crate) gained: Matrix,
    pub(crate) kept: Lanes,
    /// What a force at each node gives to the value at the end.
    gained_by_end: Lanes,
    /// Rate times panel length, dimensionless.
    fading: f64,
}

impl Memory {
    /// A memory of `rate` (1/h) on a panel of `length_h`. The force times its growing exponential is what is taken as a
    /// polynomial, so the fading itself is exact.
    pub(crate) fn new(rate: f64, length_h: f64) -> Memory {
        let collocation = &*COLLOCATION;
        let fading = rate * length_h;
        let mut gained = collocation.integrals;
        for from in 0..LANES {
            let kept = faded_by(fading, collocation.nodes[from]);
            for to in 0..LANES {
                gained[from][to] *= fading * kept[to];
            }
        }
        let kept = faded_by(fading, 0.0);
        let mut gained_by_end = [0.0; LANES];
        for from in 0..LANES {
            gained_by_end[from] = gained[from][LANES - 1];
        }
        Memory {
            fading,
            kept,
            gained,
            gained_by_end,
        }
    }

    #[inline(always)]
    pub(crate) fn at_nodes(&self, start: f64, force: &Lanes) -> Lanes {
        let mut values = weighted(&self.gained, force);
        for lane in 0..LANES {
            values[lane] += self.kept[lane] * start;
        }
        lanes::together(values)
    }

    #[inline(always)]
    pub(crate) fn at_end(&self, start: f64, force: &Lanes) -> f64 {
        start * self.kept[LANES - 1] + dot(&self.gained_by_end, force)
    }
}

/// exp(-fading (node - from)) at the nodes.
#[inline(always)]
fn faded_by(fading: f64, from: f64) -> Lanes {
    let mut exponents = COLLOCATION.nodes;
    for lane in 0..LANES {
        exponents[lane] = -fading * (exponents[lane] - from);
    }
    lanes::exp(&exponents)
}

#[inline(always)]
pub(crate) fn negative(values: &Lanes) -> Lanes {
    let mut negative = *values;
    for lane in 0..LANES {
        negative[lane] = -negative[lane];
    }
    negative
}

/// D on one panel.
#[derive(Clone, Debug)]
pub(crate) enum BuildUp {
    /// No deficit anywhere: D only fades from its start.
    Fading(f64),
    /// A deficit everywhere: D at the start, and the deficit at the nodes.
    Driven(f64, Lanes),
    /// The net signal changes sign: D is integrated piece by piece when asked for.
    Cornered(Cornered),
}

impl BuildUp {
    #[inline(always)]
    pub(crate) fn new(memory: &Memory, start: f64, net: &Lanes) -> BuildUp {
        let (lowest, highest) = range(net);
        // Between nodes the polynomial may reach a little beyond the values at the nodes.
        let reach = 0.1 * (highest - lowest);
        if lowest >= reach {
            BuildUp::Fading(start)
        } else if highest <= -reach {
            BuildUp::Driven(start, negative(net))
        } else {
            BuildUp::Cornered(Cornered::new(memory, start, net, reach))
        }
    }

    /// D at `place` (0 to 1) of the panel; `reading` is the collocation's reading there.
    #[inline(always)]
    pub(crate) fn at(&self, memory: &Memory, place: f64, reading: &Lanes) -> f64 {
        match self {
            BuildUp::Fading(start) => start * lanes::exp_of(-memory.fading * place),
            BuildUp::Driven(start, deficit) => dot(reading, &memory.at_nodes(*start, deficit)),
            BuildUp::Cornered(cornered) => cornered.at(place),
        }
    }

    #[inline(always)]
    pub(crate) fn at_end(&self, memory: &Memory) -> f64 {
        match self {
            BuildUp::Fading(start) => start * memory.kept[LANES - 1],
            BuildUp::Driven(start, deficit) => memory.at_end(*start, deficit),
            BuildUp::Cornered(cornered) => cornered.at(1.0),
        }
    }
}

/// Stretches of the panel on which the net signal is negative, and how to integrate over them.
#[derive(Clone, Debug)]
pub(crate) struct Cornered {
    fading: f64,
    start: f64,
    net: Polynomial,
    /// From and to, 0 to 1, in order; the first `negative_len` count.
    negative: [(f64, f64); MOST_STRETCHES],
    negative_len: usize,
}

/// A polynomial of degree seven has at most seven zeros, so it is negative on at most four stretches.
const MOST_STRETCHES: usize = 4;

/// Gauss-Legendre abscissae and weights on 0 to 1, six points.
const GAUSS: [(f64, f64); 6] = [
    (0.033_765_242_898_423_99, 0.085_662_246_189_585_17),
    (0.169_395_306_766_867_74, 0.180_380_786_524_069_3),
    (0.380_690_406_958_401_55, 0.233_956_967_286_345_52),
    (0.619_309_593_041_598_5, 0.233_956_967_286_345_52),
    (0.830_604_693_233_132_3, 0.180_380_786_524_069_3),
    (0.966_234_757_101_576, 0.085_662_246_189_585_17),
];

impl Cornered {
    #[inline(never)]
    fn new(memory: &Memory, start: f64, net: &Lanes, reach: f64) -> Cornered {
        const FINE: usize = 32;
        let collocation = &*COLLOCATION;
        let polynomial = collocation.polynomial(net);
        let mut cornered = Cornered {
            fading: memory.fading,
            start,
            net: polynomial,
            negative: [(0.0, 0.0); MOST_STRETCHES],
            negative_len: 0,
        };
        if may_touch_between_nodes(net, reach) {
            let fine = (0..=FINE).map(|step| step as f64 / FINE as f64);
            cornered.split(fine.map(|place| (place, polynomial.at(place))));
        } else {
            cornered.split(collocation.nodes.iter().copied().zip(net.iter().copied()));
        }
        cornered
    }

    /// Finds the negative stretches from the signs at ascending places.
    fn split(&mut self, mut signs: impl Iterator<Item = (f64, f64)>) {
        let Some((mut before, mut net_before)) = signs.next() else {
            return;
        };
        let mut began = (net_before < 0.0).then_some(before);
        for (place, net) in signs {
            if (net < 0.0) != (net_before < 0.0) {
                let corner = self.corner(before, net_before, place, net);
                match began.take() {
                    Some(from) => self.push(from, corner),
                    None => began = Some(corner),
                }
            }
            (before, net_before) = (place, net);
        }
        if let Some(from) = began {
            self.push(from, before);
        }
    }

    fn push(&mut self, from: f64, to: f64) {
        if let Some(slot) = self.negative.get_mut(self.negative_len) {
            *slot = (from, to);
            self.negative_len += 1;
        }
    }

    /// Where the net signal is zero between two places of opposite sign: false position with halved weights (Illinois).
    fn corner(&self, mut low: f64, mut at_low: f64, mut high: f64, mut at_high: f64) -> f64 {
        const MOST: usize = 40;
        // An error of the place counts only squared: there is no deficit at a corner.
        const CLOSE: f64 = 1e-6;
        let mut place = low;
        for _ in 0..MOST {
            let next = (low * at_high - high * at_low) / (at_high - at_low);
            if !next.is_finite() || (next - place).abs() < CLOSE {
                break;
            }
            place = next;
            let net = self.net.at(place);
            if (net < 0.0) == (at_high < 0.0) {
                (high, at_high, at_low) = (place, net, at_low / 2.0);
            } else {
                (low, at_low) = (high, at_high);
                (high, at_high) = (place, net);
            }
        }
        place
    }

    /// D at `place` (0 to 1).
    #[inline(never)]
    fn at(&self, place: f64) -> f64 {
        self.integrated(self.start, place, |at| {
            let deficit = -self.net.at(at);
            if deficit > 0.0 { deficit } else { 0.0 }
        })
    }

    /// How D at `place` moves when it starts higher by `start` and the net signal at the nodes moves by `net`. The corners
    /// move too, but at a corner there is nothing to gain or lose.
    #[inline(never)]
    pub(crate) fn moved_at(&self, start: f64, net: &Lanes, place: f64) -> f64 {
        let moved = COLLOCATION.polynomial(net);
        self.integrated(start, place, |at| -moved.at(at))
    }

    fn integrated(&self, start: f64, place: f64, force: impl Fn(f64) -> f64) -> f64 {
        let mut value = start * lanes::exp_of(-self.fading * place);
        for (from, to) in &self.negative[..self.negative_len] {
            let length = to.min(place) - from;
            if length > 0.0 {
                let mut exponents: Lanes = [0.0; LANES];
                for point in 0..GAUSS.len() {
                    exponents[point] = self.fading * (from + length * GAUSS[point].0 - place);
                }
                let kept = lanes::exp(&exponents);
                let mut integral = 0.0;
                for point in 0..GAUSS.len() {
                    let (abscissa, weight) = GAUSS[point];
                    integral += weight * kept[point] * force(from + length * abscissa);
                }
                value += self.fading * length * integral;
            }
        }
        value
    }
}

/// Whether an extremum towards zero lies so close to it that the polynomial may cross twice between two nodes.
fn may_touch_between_nodes(net: &Lanes, reach: f64) -> bool {
    (0..LANES).any(|idx| {
        let here = net[idx];
        let neighbours = [idx.checked_sub(1), Some(idx + 1).filter(|next| *next < LANES)];
        here.abs() < reach
            && neighbours
                .into_iter()
                .flatten()
                .all(|neighbour| net[neighbour] * here > 0.0 && net[neighbour].abs() >= here.abs())
    })
}

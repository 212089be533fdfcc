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

/// Gauss-Legendre abscissae and weights on 0 to 1, eight points.
const GAUSS_PLACES: Lanes = [
    0.019_855_071_751_231_856,
    0.101_666_761_293_186_6,
    0.237_233_795_041_835_5,
    0.408_282_678_752_175_1,
    0.591_717_321_247_825,
    0.762_766_204_958_164_5,
    0.898_333_238_706_813_4,
    0.980_144_928_248_768_1,
];
const GAUSS_WEIGHTS: Lanes = [
    0.050_614_268_145_188_13,
    0.111_190_517_226_687_24,
    0.156_853_322_938_943_64,
    0.181_341_891_689_181,
    0.181_341_891_689_181,
    0.156_853_322_938_943_64,
    0.111_190_517_226_687_24,
    0.050_614_268_145_188_13,
];

impl Cornered {
    #[inline(always)]
    fn new(memory: &Memory, start: f64, net: &Lanes, reach: f64) -> Cornered {
        /// Lanes of places between which a polynomial that may touch zero is looked at.
        const FINE: usize = 4;
        let collocation = &*COLLOCATION;
        let polynomial = collocation.polynomial(net);
        let mut cornered = Cornered {
            fading: memory.fading,
            start,
            net: polynomial,
            negative: [(0.0, 0.0); MOST_STRETCHES],
            negative_len: 0,
        };
        let mut signs = Signs::default();
        if may_touch_between_nodes(net, reach) {
            cornered.split(&mut signs, &[0.0; LANES], &[net[0]; LANES]);
            for part in 0..FINE {
                let mut places = [0.0; LANES];
                for lane in 0..LANES {
                    places[lane] = (part * LANES + lane + 1) as f64 / (FINE * LANES) as f64;
                }
                cornered.split(&mut signs, &places, &polynomial.at(&places));
            }
        } else {
            cornered.split(&mut signs, &collocation.nodes, net);
        }
        if let (Some(from), Some((end, _))) = (signs.negative_from, signs.before) {
            cornered.push(from, end);
        }
        cornered
    }

    /// Goes on finding negative stretches from the signs at ascending places.
    #[inline(always)]
    fn split(&mut self, signs: &mut Signs, places: &Lanes, net: &Lanes) {
        for lane in 0..LANES {
            let (place, net) = (places[lane], net[lane]);
            match signs.before {
                None => signs.negative_from = (net < 0.0).then_some(place),
                Some((before, net_before)) if (net < 0.0) != (net_before < 0.0) => {
                    let corner = self.corner(before, net_before, place, net);
                    match signs.negative_from.take() {
                        Some(from) => self.push(from, corner),
                        None => signs.negative_from = Some(corner),
                    }
                }
                Some(_) => {}
            }
            signs.before = Some((place, net));
        }
    }

    #[inline(always)]
    fn push(&mut self, from: f64, to: f64) {
        if let Some(slot) = self.negative.get_mut(self.negative_len) {
            *slot = (from, to);
            self.negative_len += 1;
        }
    }

    /// Where the net signal is zero between two places of opposite sign: the stretch is cut in nine, twice, and what is left
    /// taken as straight. An error of the place counts only squared, because there is no deficit at a corner.
    #[inline(always)]
    fn corner(&self, mut low: f64, mut at_low: f64, mut high: f64, mut at_high: f64) -> f64 {
        const CUTS: usize = 2;
        for _ in 0..CUTS {
            let part = (high - low) / (LANES + 1) as f64;
            let mut places = [0.0; LANES];
            for lane in 0..LANES {
                places[lane] = low + part * (lane + 1) as f64;
            }
            let net = self.net.at(&places);
            let mut beyond = LANES;
            for lane in (0..LANES).rev() {
                if (net[lane] < 0.0) != (at_low < 0.0) {
                    beyond = lane;
                }
            }
            if beyond < LANES {
                (high, at_high) = (places[beyond], net[beyond]);
            }
            if beyond > 0 {
                (low, at_low) = (places[beyond - 1], net[beyond - 1]);
            }
        }
        let place = (low * at_high - high * at_low) / (at_high - at_low);
        if place >= low && place <= high { place } else { low }
    }

    /// D at `place` (0 to 1).
    #[inline(always)]
    fn at(&self, place: f64) -> f64 {
        self.integrated(
            self.start,
            place,
            &self.net,
            |force| if force > 0.0 { force } else { 0.0 },
        )
    }

    /// How D at `place` moves when it starts higher by `start` and the net signal at the nodes moves by `net`. The corners
    /// move too, but at a corner there is nothing to gain or lose.
    #[inline(always)]
    pub(crate) fn moved_at(&self, start: f64, net: &Lanes, place: f64) -> f64 {
        self.integrated(start, place, &COLLOCATION.polynomial(net), |force| force)
    }

    /// The force is what `of` makes of the polynomial's negative.
    #[inline(always)]
    fn integrated(&self, start: f64, place: f64, net: &Polynomial, of: impl Fn(f64) -> f64) -> f64 {
        let mut value = start * lanes::exp_of(-self.fading * place);
        for (from, to) in &self.negative[..self.negative_len] {
            let length = to.min(place) - from;
            if length > 0.0 {
                let (mut places, mut exponents) = ([0.0; LANES], [0.0; LANES]);
                for point in 0..LANES {
                    places[point] = from + length * GAUSS_PLACES[point];
                    exponents[point] = self.fading * (places[point] - place);
                }
                let mut force = net.at(&places);
                let kept = lanes::exp(&exponents);
                for point in 0..LANES {
                    force[point] = kept[point] * of(-force[point]);
                }
                value += self.fading * length * dot(&GAUSS_WEIGHTS, &force);
            }
        }
        value
    }
}

/// The way along ascending places.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    /// The last place, and the net signal there.
    before: Option<(f64, f64)>,
    /// Where a negative stretch began that has not ended.
    negative_from: Option<f64>,
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

//! Withdrawal build-up D over one panel. Its driving force, the deficit max(0, -n), has a corner where the net signal n
//! changes sign; the place of the corner is found and the integral split there, so the corner costs no precision.

use crate::collocation::{COLLOCATION, Matrix, Polynomial, weighted};
use crate::lanes::{LANES, Lanes, Simd, Vector, Vectors, exp_of};

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
    #[inline(always)]
    pub(crate) fn new<S: Simd>(simd: S, rate: f64, length_h: f64) -> Memory {
        let collocation = &*COLLOCATION;
        let fading = rate * length_h;
        let mut gained = collocation.integrals;
        for from in 0..LANES {
            let kept = faded_by(simd, fading, collocation.nodes[from]);
            gained[from] = (simd.load(&gained[from]) * (kept * fading)).to_lanes();
        }
        let kept = faded_by(simd, fading, 0.0).to_lanes();
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
    pub(crate) fn at_nodes<S: Simd>(&self, start: f64, force: Vector<S>) -> Vector<S> {
        weighted(&self.gained, force) + force.simd().load(&self.kept) * start
    }

    #[inline(always)]
    pub(crate) fn at_end<S: Simd>(&self, start: f64, force: Vector<S>) -> f64 {
        start * self.kept[LANES - 1] + (force * &self.gained_by_end).total()
    }
}

/// exp(-fading (node - from)) at the nodes.
#[inline(always)]
fn faded_by<S: Simd>(simd: S, fading: f64, from: f64) -> Vector<S> {
    ((simd.load(&COLLOCATION.nodes) - from) * -fading).exp()
}

/// D on one panel.
#[derive(Clone, Debug)]
pub(crate) enum BuildUp<S: Simd> {
    /// No deficit anywhere: D only fades from its start.
    Fading(f64),
    /// A deficit everywhere: D at the start, and the deficit at the nodes.
    Driven(f64, Vector<S>),
    /// The net signal changes sign: D is integrated piece by piece when asked for.
    Cornered(S, Cornered),
}

impl<S: Simd> BuildUp<S> {
    #[inline(always)]
    pub(crate) fn new(memory: &Memory, start: f64, net: Vector<S>) -> BuildUp<S> {
        let (lowest, highest) = (net.lowest(), net.highest());
        // Between nodes the polynomial may reach a little beyond the values at the nodes.
        let reach = 0.1 * (highest - lowest);
        if lowest >= reach {
            BuildUp::Fading(start)
        } else if highest <= -reach {
            BuildUp::Driven(start, -net)
        } else {
            BuildUp::Cornered(net.simd(), Cornered::new(memory, start, net, reach))
        }
    }

    /// D at `place` (0 to 1) of the panel; `reading` is the collocation's reading there.
    #[inline(always)]
    pub(crate) fn at(&self, memory: &Memory, place: f64, reading: Vector<S>) -> f64 {
        match self {
            BuildUp::Fading(start) => start * exp_of(-memory.fading * place),
            BuildUp::Driven(start, deficit) => (reading * memory.at_nodes(*start, *deficit)).total(),
            BuildUp::Cornered(simd, cornered) => {
                let faded = cornered.start * exp_of(-memory.fading * place);
                cornered.driven_on(*simd, faded, place)
            }
        }
    }

    #[inline(always)]
    pub(crate) fn at_end(&self, memory: &Memory) -> f64 {
        match self {
            BuildUp::Fading(start) => start * memory.kept[LANES - 1],
            BuildUp::Driven(start, deficit) => memory.at_end(*start, *deficit),
            BuildUp::Cornered(simd, cornered) => {
                let faded = cornered.start * memory.kept[LANES - 1];
                cornered.driven_on(*simd, faded, 1.0)
            }
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
    fn new<S: Simd>(memory: &Memory, start: f64, net: Vector<S>, reach: f64) -> Cornered {
        /// Lanes of places between which a polynomial that may touch zero is looked at.
        const FINE: usize = 4;
        let simd = net.simd();
        let collocation = &*COLLOCATION;
        let mut cornered = Cornered {
            fading: memory.fading,
            start,
            net: collocation.polynomial(net),
            negative: [(0.0, 0.0); MOST_STRETCHES],
            negative_len: 0,
        };
        let mut signs = Signs::default();
        if may_touch_between_nodes(net, reach) {
            cornered.split(&mut signs, &[0.0; LANES], simd.splat(net.to_lanes()[0]));
            for part in 0..FINE {
                let mut places = [0.0; LANES];
                for lane in 0..LANES {
                    places[lane] = (part * LANES + lane + 1) as f64 / (FINE * LANES) as f64;
                }
                let net = cornered.net.at(simd.load(&places));
                cornered.split(&mut signs, &places, net);
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
    fn split<S: Simd>(&mut self, signs: &mut Signs, places: &Lanes, net: Vector<S>) {
        let negative = net.negative();
        let at = net.to_lanes();
        let (before, at_before) = signs.before.unwrap_or((places[0], at[0]));
        if signs.before.is_none() && at_before < 0.0 {
            signs.negative_from = Some(before);
        }
        // A bit for each place whose sign is not that of the one before.
        let mut changes = negative ^ (negative << 1 | u8::from(at_before < 0.0));
        while changes != 0 {
            let lane = changes.trailing_zeros() as usize;
            changes &= changes - 1;
            let (before, at_before) = match lane.checked_sub(1) {
                Some(before) => (places[before], at[before]),
                None => (before, at_before),
            };
            let corner = self.corner(net.simd(), (before, at_before), (places[lane], at[lane]));
            match signs.negative_from.take() {
                Some(from) => self.push(from, corner),
                None => signs.negative_from = Some(corner),
            }
        }
        signs.before = Some((places[LANES - 1], at[LANES - 1]));
    }

    #[inline(always)]
    fn push(&mut self, from: f64, to: f64) {
        if let Some(slot) = self.negative.get_mut(self.negative_len) {
            *slot = (from, to);
            self.negative_len += 1;
        }
    }

    /// Where the net signal is zero between two places of opposite sign, each with the net signal there: the stretch is cut in
    /// nine, and what is left is looked up on a parabola through three cuts. For the build-up an error of the place counts only
    /// squared, because there is no deficit at a corner; for its slopes it counts as it is.
    #[inline(always)]
    fn corner<S: Simd>(&self, simd: S, low: (f64, f64), high: (f64, f64)) -> f64 {
        const PARTS: Lanes = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
        let places = simd.load(&PARTS) * ((high.0 - low.0) / (LANES + 1) as f64) + low.0;
        let net = self.net.at(places);
        let negative = net.negative();
        let changed = if low.1 < 0.0 { !negative } else { negative };
        let (places, net) = (places.to_lanes(), net.to_lanes());
        let mut cuts = [low; LANES + 2];
        for lane in 0..LANES {
            cuts[lane + 1] = (places[lane], net[lane]);
        }
        cuts[LANES + 1] = high;
        // The first cut beyond the corner is one later than its lane; where no lane is, the end.
        let beyond = changed.trailing_zeros() as usize + 1;
        let third = if beyond > 1 { beyond - 2 } else { beyond + 1 };
        between(cuts[beyond - 1], cuts[beyond], cuts[third])
    }

    /// D at `place` (0 to 1), given what is left there of its start.
    #[inline(always)]
    fn driven_on<S: Simd>(&self, simd: S, faded: f64, place: f64) -> f64 {
        let mut value = faded;
        for stretch in &self.negative[..self.negative_len] {
            if let Some((places, shares)) = self.integration(simd, *stretch, place) {
                value += ((-self.net.at(places)).at_least(0.0) * shares).total();
            }
        }
        value
    }

    /// How D at `place` (0 to 1) moves with the net signal at each node. The corners move too, but at a corner there is nothing to
    /// gain or lose.
    #[inline(always)]
    pub(crate) fn by_net<S: Simd>(&self, simd: S, place: f64) -> Vector<S> {
        let mut by_net = simd.splat(0.0);
        for stretch in &self.negative[..self.negative_len] {
            if let Some((places, shares)) = self.integration(simd, *stretch, place) {
                by_net = by_net - COLLOCATION.counts(places, shares);
            }
        }
        by_net
    }

    /// Places within a negative stretch up to `place`, and what a force at each adds to D at `place`; `None` when it begins later.
    #[inline(always)]
    fn integration<S: Simd>(&self, simd: S, (from, to): (f64, f64), place: f64) -> Option<(Vector<S>, Vector<S>)> {
        let length = to.min(place) - from;
        if length <= 0.0 {
            return None;
        }
        let places = simd.load(&GAUSS_PLACES) * length + from;
        let kept = ((places - place) * self.fading).exp();
        Some((places, kept * &GAUSS_WEIGHTS * (self.fading * length)))
    }
}

/// Where a function is zero between two places, each with its value, which are of opposite sign: on the parabola through them and a
/// third, lying on its side, or on the straight line where that would lead astray.
#[inline(always)]
fn between((low, at_low): (f64, f64), (high, at_high): (f64, f64), (third, at_third): (f64, f64)) -> f64 {
    let straight = (low * at_high - high * at_low) / (at_high - at_low);
    let bent = low * at_high * at_third / ((at_low - at_high) * (at_low - at_third))
        + high * at_low * at_third / ((at_high - at_low) * (at_high - at_third))
        + third * at_low * at_high / ((at_third - at_low) * (at_third - at_high));
    if bent > low && bent < high {
        bent
    } else if straight >= low && straight <= high {
        straight
    } else {
        low
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
#[inline(always)]
fn may_touch_between_nodes<S: Simd>(net: Vector<S>, reach: f64) -> bool {
    // A bit for each node near zero.
    let mut near = (net.abs() - reach).negative();
    let net = net.to_lanes();
    while near != 0 {
        let idx = near.trailing_zeros() as usize;
        near &= near - 1;
        let here = net[idx];
        let is_beyond = |neighbour: usize| net[neighbour] * here > 0.0 && net[neighbour].abs() >= here.abs();
        if (idx == 0 || is_beyond(idx - 1)) && (idx + 1 == LANES || is_beyond(idx + 1)) {
            return true;
        }
    }
    false
}

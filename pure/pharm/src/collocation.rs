//! Polynomials through the nodes of one panel: integrating them, reading them between nodes, judging how well they resolve
//! the function they stand for. The nodes are Chebyshev's, ends included. Pure arithmetic; knows no pharmacology.

use std::sync::LazyLock;

use crate::lanes::{LANES, Lanes, Simd, Vector, Vectors};

/// A square of numbers, column by column: `matrix[j][i]` is what node j gives to node i.
pub(crate) type Matrix = [Lanes; LANES];

/// Degree of the polynomials.
const DEGREE: usize = LANES - 1;

/// What depends on nothing but the count of nodes.
#[repr(C, align(64))]
pub(crate) struct Collocation {
    /// Places of the nodes on the panel, 0 to 1.
    pub(crate) nodes: Lanes,
    /// `integrals[j][i]`: integral from 0 to node i of the polynomial that is 1 at node j and 0 at the others.
    pub(crate) integrals: Matrix,
    /// `powers[j][k]`: what node j adds to the coefficient of x^k, with x from -1 to 1 over the panel.
    powers: Matrix,
    /// The same, power by power.
    of_powers: Matrix,
    /// What each node adds to the last and to the one before last of these.
    to_last: Lanes,
    to_before_last: Lanes,
    /// Weights of the barycentric formula.
    weights: Lanes,
}

/// The one collocation everything uses.
pub(crate) static COLLOCATION: LazyLock<Collocation> = LazyLock::new(Collocation::new);

impl Collocation {
    fn new() -> Collocation {
        let angle_of = |node: usize| std::f64::consts::PI * (DEGREE - node) as f64 / DEGREE as f64;
        let half_at_ends = |idx: usize| if idx == 0 || idx == DEGREE { 0.5 } else { 1.0 };
        let mut coefficients: Matrix = [[0.0; LANES]; LANES];
        let mut integrals: Matrix = [[0.0; LANES]; LANES];
        let mut weights = [0.0; LANES];
        let mut nodes = [0.0; LANES];
        for j in 0..LANES {
            nodes[j] = (1.0 + libm::cos(angle_of(j))) / 2.0;
            weights[j] = half_at_ends(j) * if j % 2 == 0 { 1.0 } else { -1.0 };
            for (k, coefficient) in coefficients[j].iter_mut().enumerate() {
                let scale = 2.0 / DEGREE as f64 * half_at_ends(j) * half_at_ends(k);
                *coefficient = scale * libm::cos(k as f64 * angle_of(j));
            }
            for (i, integral) in integrals[j].iter_mut().enumerate() {
                *integral = (0..LANES)
                    .map(|k| coefficients[j][k] * integral_of_chebyshev(k, angle_of(i)) / 2.0)
                    .sum();
            }
        }
        // Exact ends, whatever the cosine's last bit.
        nodes[0] = 0.0;
        nodes[DEGREE] = 1.0;
        for column in &mut integrals {
            column[0] = 0.0;
        }
        let chebyshev = chebyshev_by_powers();
        let mut powers: Matrix = [[0.0; LANES]; LANES];
        let mut of_powers: Matrix = [[0.0; LANES]; LANES];
        for j in 0..LANES {
            for power in 0..LANES {
                let whole = (0..LANES).map(|k| coefficients[j][k] * chebyshev[k][power]).sum();
                powers[j][power] = whole;
                of_powers[power][j] = whole;
            }
        }
        let to_last = coefficients.map(|column| column[DEGREE]);
        let to_before_last = coefficients.map(|column| column[DEGREE - 1]);
        Collocation {
            nodes,
            integrals,
            powers,
            of_powers,
            to_last,
            to_before_last,
            weights,
        }
    }

    /// How much of the function the polynomial may miss: the size of its last two Chebyshev coefficients, the one before
    /// last counted at a quarter because a function may be nearly even or odd on the panel.
    #[inline(always)]
    pub(crate) fn unresolved<S: Simd>(&self, values: Vector<S>) -> f64 {
        let last = (values * &self.to_last).total().abs();
        let before_last = (values * &self.to_before_last).total().abs() / 4.0;
        if last > before_last { last } else { before_last }
    }

    /// What each node counts for when the polynomial is read at `place` (0 to 1).
    #[inline(always)]
    pub(crate) fn reading<S: Simd>(&self, simd: S, place: f64) -> Vector<S> {
        const AT_NODE: f64 = 1e-15;
        let beyond = simd.splat(place) - &self.nodes;
        let at_node = (beyond.abs() - AT_NODE).negative();
        if at_node != 0 {
            let mut reading = [0.0; LANES];
            for lane in 0..LANES {
                reading[lane] = f64::from(at_node >> lane & 1);
            }
            return simd.load(&reading);
        }
        let reading = simd.load(&self.weights) / beyond;
        reading / reading.total()
    }

    /// What each node counts for in the sum over `places` (0 to 1) of the polynomial there times `shares`.
    #[inline(always)]
    pub(crate) fn counts<S: Simd>(&self, places: Vector<S>, shares: Vector<S>) -> Vector<S> {
        let [x, x2, x4] = powers_at(places);
        let (odd, high, higher) = (shares * x, shares * x4, shares * x4 * x);
        let moments = [
            shares.total(),
            odd.total(),
            (shares * x2).total(),
            (odd * x2).total(),
            high.total(),
            higher.total(),
            (high * x2).total(),
            (higher * x2).total(),
        ];
        weighted(&self.of_powers, shares.simd().load(&moments))
    }

    /// The polynomial through the values.
    #[inline(always)]
    pub(crate) fn polynomial<S: Simd>(&self, values: Vector<S>) -> Polynomial {
        Polynomial {
            coefficients: weighted(&self.powers, values).to_lanes(),
        }
    }
}

/// `[k][power]`: the coefficient of x^power in T_k.
fn chebyshev_by_powers() -> Matrix {
    let mut chebyshev: Matrix = [[0.0; LANES]; LANES];
    chebyshev[0][0] = 1.0;
    chebyshev[1][1] = 1.0;
    for k in 2..LANES {
        for power in 0..LANES {
            let shifted = if power == 0 { 0.0 } else { chebyshev[k - 1][power - 1] };
            chebyshev[k][power] = 2.0 * shifted - chebyshev[k - 2][power];
        }
    }
    chebyshev
}

/// Integral of T_k from -1 to cos(angle).
fn integral_of_chebyshev(k: usize, angle: f64) -> f64 {
    let antiderivative = |angle: f64| {
        let next = libm::cos((k + 1) as f64 * angle) / (k + 1) as f64;
        match k {
            0 => next,
            1 => next / 2.0,
            _ => (next - libm::cos((k - 1) as f64 * angle) / (k - 1) as f64) / 2.0,
        }
    };
    antiderivative(angle) - antiderivative(std::f64::consts::PI)
}

/// A polynomial on one panel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Polynomial {
    /// Of the powers of x, which runs from -1 to 1 over the panel.
    coefficients: Lanes,
}

/// x at places (0 to 1), and its second and fourth power.
#[inline(always)]
fn powers_at<S: Simd>(places: Vector<S>) -> [Vector<S>; 3] {
    let x = places * 2.0 - 1.0;
    let x2 = x * x;
    [x, x2, x2 * x2]
}

impl Polynomial {
    /// Its values at eight places (0 to 1): pairs, then pairs of pairs (Estrin).
    #[inline(always)]
    pub(crate) fn at<S: Simd>(&self, places: Vector<S>) -> Vector<S> {
        let [x, x2, x4] = powers_at(places);
        let [c0, c1, c2, c3, c4, c5, c6, c7] = self.coefficients;
        let low = (x * c1 + c0) + (x * c3 + c2) * x2;
        let high = (x * c5 + c4) + (x * c7 + c6) * x2;
        low + high * x4
    }
}

/// The columns of the matrix, each times its value, added up: pairs first, a short chain for vector registers.
#[inline(always)]
pub(crate) fn weighted<S: Simd>(matrix: &Matrix, values: Vector<S>) -> Vector<S> {
    let simd = values.simd();
    // By way of memory, from where a number spreads over a register while it is loaded. Held back, or the compiler takes registers apart.
    let values = std::hint::black_box(values.to_lanes());
    let term = |column: usize| simd.load(&matrix[column]) * values[column];
    ((term(0) + term(1)) + (term(2) + term(3))) + ((term(4) + term(5)) + (term(6) + term(7)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::Plain;

    #[test]
    fn powers_up_to_the_degree_are_integrated_and_read_exactly() {
        let collocation = &*COLLOCATION;
        for power in 0..=7 {
            let values = collocation.nodes.map(|node| node.powi(power));
            let values = Plain.load(&values);
            let integrals = weighted(&collocation.integrals, values).to_lanes();
            for (integral, node) in integrals.iter().zip(&collocation.nodes) {
                let expected = node.powi(power + 1) / f64::from(power + 1);
                assert!((integral - expected).abs() < 1e-15, "power {power} to {node}");
            }
            for place in [0.0_f64, 0.017, 0.3, 0.5, 0.83, 1.0] {
                let expected = place.powi(power);
                assert!(((collocation.reading(Plain, place) * values).total() - expected).abs() < 1e-14);
                assert!((collocation.polynomial(values).at(Plain.splat(place)).to_lanes()[3] - expected).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn what_nodes_count_for_in_a_sum_is_the_sum() {
        let collocation = &*COLLOCATION;
        let values = Plain.load(&collocation.nodes.map(|node| (3.0 * node).sin()));
        let places = Plain.load(&[0.0, 0.11, 0.2, 0.4, 0.41, 0.77, 0.9, 1.0]);
        let shares = Plain.load(&[0.5, -1.0, 0.3, 2.0, 0.0, 1.0, -0.2, 0.7]);
        let sum = (collocation.polynomial(values).at(places) * shares).total();
        assert!(((collocation.counts(places, shares) * values).total() - sum).abs() < 1e-14);
        assert!(sum.abs() > 0.1);
    }

    #[test]
    fn a_function_beyond_the_degree_counts_as_unresolved() {
        let collocation = &*COLLOCATION;
        let rough = collocation.nodes.map(|node| (-40.0 * node).exp());
        let smooth = collocation.nodes.map(|node| (-0.5 * node).exp());
        assert!(collocation.unresolved(Plain.load(&rough)) > 1e-2);
        assert!(collocation.unresolved(Plain.load(&smooth)) < 1e-8);
    }
}

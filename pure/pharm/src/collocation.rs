//! Polynomials through the nodes of one panel: integrating them, reading them between nodes, judging how well they resolve
//! the function they stand for. The nodes are Chebyshev's, ends included. Pure arithmetic; knows no pharmacology.

use std::sync::LazyLock;

use crate::lanes::{LANES, Lanes, together};

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
    /// `coefficients[j][k]`: what node j adds to the k-th Chebyshev coefficient.
    coefficients: Matrix,
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
        let to_last = coefficients.map(|column| column[DEGREE]);
        let to_before_last = coefficients.map(|column| column[DEGREE - 1]);
        Collocation {
            nodes,
            integrals,
            coefficients,
            to_last,
            to_before_last,
            weights,
        }
    }

    /// How much of the function the polynomial may miss: the size of its last two Chebyshev coefficients, the one before
    /// last counted at a quarter because a function may be nearly even or odd on the panel.
    #[inline(always)]
    pub(crate) fn unresolved(&self, values: &Lanes) -> f64 {
        let last = dot(&self.to_last, values).abs();
        let before_last = dot(&self.to_before_last, values).abs() / 4.0;
        if last > before_last { last } else { before_last }
    }

    /// What each node counts for when the polynomial is read at `place` (0 to 1).
    #[inline(always)]
    pub(crate) fn reading(&self, place: f64) -> Lanes {
        let mut reading = [0.0; LANES];
        let mut distance = [0.0; LANES];
        for lane in 0..LANES {
            distance[lane] = (place - self.nodes[lane]).abs();
            reading[lane] = self.weights[lane] / (place - self.nodes[lane]);
        }
        let mut is_at_node = false;
        for lane in 0..LANES {
            is_at_node |= distance[lane] < 1e-15;
        }
        if is_at_node {
            for lane in 0..LANES {
                reading[lane] = if distance[lane] < 1e-15 { 1.0 } else { 0.0 };
            }
            return reading;
        }
        let whole = total(&reading);
        for lane in 0..LANES {
            reading[lane] /= whole;
        }
        together(reading)
    }

    /// The Chebyshev coefficients of the polynomial through the values.
    #[inline(always)]
    pub(crate) fn polynomial(&self, values: &Lanes) -> Polynomial {
        Polynomial {
            coefficients: weighted(&self.coefficients, values),
        }
    }
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
    coefficients: Lanes,
}

impl Polynomial {
    /// Its values at eight places (0 to 1), by Clenshaw's recurrence.
    #[inline(always)]
    pub(crate) fn at(&self, places: &Lanes) -> Lanes {
        let (mut twice_x, mut one, mut two) = (*places, [0.0; LANES], [0.0; LANES]);
        for lane in 0..LANES {
            twice_x[lane] = 4.0 * places[lane] - 2.0;
        }
        for degree in (1..LANES).rev() {
            for lane in 0..LANES {
                let next = self.coefficients[degree] + twice_x[lane] * one[lane] - two[lane];
                two[lane] = one[lane];
                one[lane] = next;
            }
        }
        let mut values = [0.0; LANES];
        for lane in 0..LANES {
            values[lane] = self.coefficients[0] + 0.5 * twice_x[lane] * one[lane] - two[lane];
        }
        together(values)
    }
}

/// The columns of the matrix, each times its value, added up: pairs first, a short chain for vector registers.
#[inline(always)]
pub(crate) fn weighted(matrix: &Matrix, values: &Lanes) -> Lanes {
    let mut sum = [0.0; LANES];
    for lane in 0..LANES {
        let term = |column: usize| matrix[column][lane] * values[column];
        sum[lane] = ((term(0) + term(1)) + (term(2) + term(3))) + ((term(4) + term(5)) + (term(6) + term(7)));
    }
    together(sum)
}

/// The values, each times its share, added up.
#[inline(always)]
pub(crate) fn dot(shares: &Lanes, values: &Lanes) -> f64 {
    let mut terms = [0.0; LANES];
    for lane in 0..LANES {
        terms[lane] = shares[lane] * values[lane];
    }
    total(&terms)
}

/// All values added up, halves onto each other.
#[inline(always)]
fn total(values: &Lanes) -> f64 {
    let mut four = [0.0; LANES / 2];
    for lane in 0..LANES / 2 {
        four[lane] = values[lane] + values[lane + LANES / 2];
    }
    (four[0] + four[2]) + (four[1] + four[3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_up_to_the_degree_are_integrated_and_read_exactly() {
        let collocation = &*COLLOCATION;
        for power in 0..=7 {
            let values = collocation.nodes.map(|node| node.powi(power));
            let integrals = weighted(&collocation.integrals, &values);
            for (integral, node) in integrals.iter().zip(&collocation.nodes) {
                let expected = node.powi(power + 1) / f64::from(power + 1);
                assert!((integral - expected).abs() < 1e-15, "power {power} to {node}");
            }
            for place in [0.0_f64, 0.017, 0.3, 0.5, 0.83, 1.0] {
                let expected = place.powi(power);
                assert!((dot(&collocation.reading(place), &values) - expected).abs() < 1e-14);
                assert!((collocation.polynomial(&values).at(&[place; LANES])[3] - expected).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn a_function_beyond_the_degree_counts_as_unresolved() {
        let collocation = &*COLLOCATION;
        let rough = collocation.nodes.map(|node| (-40.0 * node).exp());
        let smooth = collocation.nodes.map(|node| (-0.5 * node).exp());
        assert!(collocation.unresolved(&rough) > 1e-2);
        assert!(collocation.unresolved(&smooth) < 1e-8);
    }
}

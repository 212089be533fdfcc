//! Any small linear system of compartments, solved exactly: amounts x (mg) with x' = K x + inflow, K in 1/h. Between events
//! the solution is a matrix exponential; there is no step and no step error.
//!
//! Ebb's own kinetics do not go through here (`kinetics.rs` knows their solution in closed form); this is the general form
//! for other people's models and data, and a second opinion on the closed form. It never judges whether a system makes sense
//! as a body.

/// An amount that enters one compartment, at once or at a constant rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input {
    /// When it begins, h.
    pub at_h: f64,
    /// The compartment, from 0.
    pub into: usize,
    /// The amount, mg (or whatever unit the answer is wanted in).
    pub amount: f64,
    /// How long it takes, h; 0 = at once.
    pub duration_h: f64,
}

/// Why a system cannot be solved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompartmentError {
    /// The matrix is not square, empty, or too large.
    #[error("the matrix must have n × n entries for n from 1 to {most} compartments")]
    Shape {
        /// The largest n.
        most: usize,
    },
    /// An entry is no finite number.
    #[error("the rate in row {row}, column {column} is not a finite number")]
    Rate {
        /// The compartment it flows into, from 0.
        row: usize,
        /// The compartment it flows out of, from 0.
        column: usize,
    },
    /// An input names a compartment that does not exist, or a number that is none, or a negative duration.
    #[error(
        "input {input_idx} needs finite numbers, a duration of at least 0 and one of the {compartments} compartments"
    )]
    Input {
        /// Position in the list.
        input_idx: usize,
        /// How many compartments there are.
        compartments: usize,
    },
    /// A time is no finite number, or earlier than the one before.
    #[error("time {time_idx} must be a finite number and no earlier than the one before")]
    Time {
        /// Position in the list.
        time_idx: usize,
    },
}

/// A linear system of compartments.
///
/// ```
/// use ebb_pharm::{Compartments, Input};
/// // Gut into blood at 1 per hour, out of blood at 0.2 per hour.
/// let body = Compartments::from_rows(&[&[-1.0, 0.0], &[1.0, -0.2]])?;
/// let dose = Input { at_h: 0.0, into: 0, amount: 100.0, duration_h: 0.0 };
/// let amounts = body.amounts(&[dose], &[2.0])?;
/// let expected = 100.0 / 0.8 * ((-0.2_f64 * 2.0).exp() - (-2.0_f64).exp());
/// assert!((amounts[0][1] - expected).abs() < 1e-12);
/// # Ok::<(), ebb_pharm::CompartmentError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Compartments {
    len: usize,
    /// Row by row: `rates[row * len + column]` is what flows into `row` per mg in `column`, 1/h.
    rates: Vec<f64>,
}

impl Compartments {
    /// Most compartments.
    pub const MOST: usize = 16;

    /// A system from its matrix: entry (row, column) is what flows into `row` per mg in `column`, 1/h; the diagonal is minus
    /// all that leaves.
    ///
    /// # Errors
    /// A matrix that is not square, too large, or holds what is no number.
    pub fn from_rows(rows: &[&[f64]]) -> Result<Compartments, CompartmentError> {
        let len = rows.len();
        if len == 0 || len > Self::MOST || rows.iter().any(|row| row.len() != len) {
            return Err(CompartmentError::Shape { most: Self::MOST });
        }
        let rates = rows.concat();
        match rates.iter().position(|rate| !rate.is_finite()) {
            Some(idx) => Err(CompartmentError::Rate {
                row: idx / len,
                column: idx % len,
            }),
            None => Ok(Compartments { len, rates }),
        }
    }

    /// How many compartments.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a system is never empty")]
    pub fn len(&self) -> usize {
        self.len
    }

    /// The amounts in all compartments at each of the ascending `times_h` (h), from empty compartments. An input at an
    /// output time counts from that time on: it is in.
    ///
    /// # Errors
    /// An input or a time that cannot be used.
    pub fn amounts(&self, inputs: &[Input], times_h: &[f64]) -> Result<Vec<Vec<f64>>, CompartmentError> {
        self.check(inputs, times_h)?;
        let mut stops: Vec<f64> = inputs
            .iter()
            .flat_map(|input| [input.at_h, input.at_h + input.duration_h])
            .chain(times_h.iter().copied())
            .collect();
        stops.sort_by(f64::total_cmp);
        stops.dedup_by(|a, b| a.total_cmp(b).is_eq());
        let mut amounts = vec![0.0; self.len];
        let mut found = Vec::with_capacity(times_h.len());
        let mut remaining = times_h;
        let mut now_h = stops.first().copied().unwrap_or(0.0);
        for stop_h in stops {
            if stop_h > now_h {
                amounts = self.after(&amounts, &self.inflow(inputs, now_h), stop_h - now_h);
                now_h = stop_h;
            }
            for input in inputs.iter().filter(|input| input.duration_h <= 0.0) {
                if input.at_h.total_cmp(&stop_h).is_eq() {
                    amounts[input.into] += input.amount;
                }
            }
            while let Some((_, later)) = remaining.split_first().filter(|(first, _)| **first <= stop_h) {
                found.push(amounts.clone());
                remaining = later;
            }
        }
        Ok(found)
    }

    /// The amounts `length_h` (h) later, with a constant inflow (mg/h) into each compartment.
    #[must_use]
    pub fn after(&self, amounts: &[f64], inflow: &[f64], length_h: f64) -> Vec<f64> {
        // One more compartment that holds 1 and flows in at the constant rates without losing anything.
        let wide = self.len + 1;
        let mut generator = vec![0.0; wide * wide];
        for row in 0..self.len {
            for column in 0..self.len {
                generator[row * wide + column] = self.rates[row * self.len + column] * length_h;
            }
            generator[row * wide + self.len] = inflow.get(row).copied().unwrap_or(0.0) * length_h;
        }
        let propagator = exponential(&generator, wide);
        let mut start = amounts.to_vec();
        start.resize(self.len, 0.0);
        start.push(1.0);
        (0..self.len)
            .map(|row| {
                let row = &propagator[row * wide..(row + 1) * wide];
                row.iter().zip(&start).map(|(share, amount)| share * amount).sum()
            })
            .collect()
    }

    /// What flows in just after `now_h`.
    fn inflow(&self, inputs: &[Input], now_h: f64) -> Vec<f64> {
        let mut inflow = vec![0.0; self.len];
        for input in inputs.iter().filter(|input| input.duration_h > 0.0) {
            if input.at_h <= now_h && now_h < input.at_h + input.duration_h {
                // The length as the clock measures it, so that the whole amount arrives.
                inflow[input.into] += input.amount / (input.at_h + input.duration_h - input.at_h);
            }
        }
        inflow
    }

    fn check(&self, inputs: &[Input], times_h: &[f64]) -> Result<(), CompartmentError> {
        let is_usable = |input: &Input| {
            let numbers = [input.at_h, input.amount, input.duration_h];
            input.into < self.len && input.duration_h >= 0.0 && numbers.iter().all(|number| number.is_finite())
        };
        if let Some(input_idx) = inputs.iter().position(|input| !is_usable(input)) {
            return Err(CompartmentError::Input {
                input_idx,
                compartments: self.len,
            });
        }
        let mut before_h = f64::NEG_INFINITY;
        for (time_idx, time_h) in times_h.iter().enumerate() {
            if !time_h.is_finite() || *time_h < before_h {
                return Err(CompartmentError::Time { time_idx });
            }
            before_h = *time_h;
        }
        Ok(())
    }
}

/// e^A: Taylor's series of A / 2^k, small enough to end soon, squared k times.
fn exponential(matrix: &[f64], len: usize) -> Vec<f64> {
    const TERMS: u32 = 18;
    const SMALL: f64 = 0.5;
    let norm = matrix
        .chunks_exact(len)
        .map(|row| row.iter().map(|entry| entry.abs()).sum::<f64>())
        .fold(0.0, f64::max);
    let mut halvings = 0_i32;
    let mut share = 1.0;
    while norm * share > SMALL && halvings < 1000 {
        halvings += 1;
        share *= 0.5;
    }
    let small: Vec<f64> = matrix.iter().map(|entry| entry * share).collect();
    let mut sum = identity(len);
    for term in (1..=TERMS).rev() {
        // Horner: I + A/1 (I + A/2 (I + ..)).
        sum = product(&small, &sum, len);
        sum.iter_mut().for_each(|entry| *entry /= f64::from(term));
        for idx in 0..len {
            sum[idx * len + idx] += 1.0;
        }
    }
    for _ in 0..halvings {
        sum = product(&sum, &sum, len);
    }
    sum
}

fn identity(len: usize) -> Vec<f64> {
    let mut identity = vec![0.0; len * len];
    for idx in 0..len {
        identity[idx * len + idx] = 1.0;
    }
    identity
}

fn product(a: &[f64], b: &[f64], len: usize) -> Vec<f64> {
    let mut product = vec![0.0; len * len];
    for (out, row) in product.chunks_exact_mut(len).zip(a.chunks_exact(len)) {
        for (entry, b_row) in row.iter().zip(b.chunks_exact(len)) {
            for (out, b) in out.iter_mut().zip(b_row) {
                *out += entry * b;
            }
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coinciding_rates_and_inflow_follow_their_closed_forms() {
        let chain = Compartments::from_rows(&[&[-0.7, 0.0], &[0.7, -0.7]]).unwrap();
        let at_once = Input {
            at_h: 1.0,
            into: 0,
            amount: 10.0,
            duration_h: 0.0,
        };
        let amounts = chain.amounts(&[at_once], &[0.5, 1.0, 3.0, 40.0]).unwrap();
        assert_eq!(amounts[0], [0.0, 0.0]);
        assert_eq!(amounts[1], [10.0, 0.0]);
        for (amounts, t_h) in amounts[2..].iter().zip([2.0, 39.0]) {
            let expected = 10.0 * 0.7 * t_h * f64::exp(-0.7 * t_h);
            assert!((amounts[1] / expected - 1.0).abs() < 1e-11, "{t_h}");
        }
        let one = Compartments::from_rows(&[&[-0.3]]).unwrap();
        let sipped = Input {
            duration_h: 2.0,
            into: 0,
            ..at_once
        };
        let amounts = one.amounts(&[sipped], &[2.0, 5.0]).unwrap();
        let at_end = 5.0 / 0.3 * (1.0 - f64::exp(-0.6));
        assert!((amounts[0][0] - 5.0 / 0.3 * (1.0 - f64::exp(-0.3))).abs() < 1e-12);
        assert!((amounts[1][0] - at_end * f64::exp(-0.6)).abs() < 1e-12);
    }

    #[test]
    fn what_is_wrong_is_said_and_where() {
        assert_eq!(
            Compartments::from_rows(&[&[1.0, 2.0]]).unwrap_err(),
            CompartmentError::Shape { most: 16 }
        );
        assert_eq!(
            Compartments::from_rows(&[&[-1.0, 0.0], &[f64::NAN, -1.0]]).unwrap_err(),
            CompartmentError::Rate { row: 1, column: 0 }
        );
        let body = Compartments::from_rows(&[&[-1.0]]).unwrap();
        let astray = Input {
            at_h: 0.0,
            into: 1,
            amount: 1.0,
            duration_h: 0.0,
        };
        assert!(matches!(
            body.amounts(&[astray], &[]),
            Err(CompartmentError::Input { input_idx: 0, .. })
        ));
        assert_eq!(
            body.amounts(&[], &[1.0, 0.0]).unwrap_err(),
            CompartmentError::Time { time_idx: 1 }
        );
    }
}

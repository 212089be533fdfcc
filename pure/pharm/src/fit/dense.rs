//! Small symmetric matrices, row by row in one list: factored, solved, inverted. A dozen numbers a side at most; no
//! blocking, no pivoting, the same order of operations everywhere.

/// A square matrix.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Square {
    pub(crate) len: usize,
    pub(crate) entries: Vec<f64>,
}

impl Square {
    pub(crate) fn zero(len: usize) -> Square {
        Square {
            len,
            entries: vec![0.0; len * len],
        }
    }

    pub(crate) fn identity(len: usize) -> Square {
        let mut identity = Square::zero(len);
        for idx in 0..len {
            identity.entries[idx * len + idx] = 1.0;
        }
        identity
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.entries[row * self.len + column]
    }

    pub(crate) fn add_to(&mut self, row: usize, column: usize, value: f64) {
        self.entries[row * self.len + column] += value;
    }

    /// Adds share * a bᵀ.
    pub(crate) fn add_product(&mut self, a: &[f64], b: &[f64], share: f64) {
        for (row, a) in self.entries.chunks_exact_mut(self.len).zip(a) {
            let a = a * share;
            for (entry, b) in row.iter_mut().zip(b) {
                *entry += a * b;
            }
        }
    }

    /// This plus `share` times another.
    pub(crate) fn plus(&self, other: &Square, share: f64) -> Square {
        let mut sum = self.clone();
        for (sum, other) in sum.entries.iter_mut().zip(&other.entries) {
            *sum += share * other;
        }
        sum
    }

    /// This times a column.
    pub(crate) fn times(&self, column: &[f64]) -> Vec<f64> {
        let product = |row: &[f64]| row.iter().zip(column).map(|(entry, b)| entry * b).sum();
        self.entries.chunks_exact(self.len).map(product).collect()
    }

    /// The lower triangular L with L Lᵀ = this, or `None` when it is not safely positive definite.
    pub(crate) fn factor(&self) -> Option<Factor> {
        const SMALLEST_SHARE: f64 = 1e-13;
        let len = self.len;
        let mut lower = Square::zero(len);
        for row in 0..len {
            for column in 0..=row {
                let mut sum = self.at(row, column);
                for k in 0..column {
                    sum -= lower.at(row, k) * lower.at(column, k);
                }
                let entry = if row == column {
                    let enough = sum > SMALLEST_SHARE * self.at(row, row).abs() && sum.is_finite();
                    if !enough {
                        return None;
                    }
                    libm::sqrt(sum)
                } else {
                    sum / lower.at(column, column)
                };
                lower.entries[row * len + column] = entry;
            }
        }
        Some(Factor { lower })
    }
}

/// A lower triangular factor.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Factor {
    lower: Square,
}

impl Factor {
    /// L x = b.
    pub(crate) fn solve_lower(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for row in 0..x.len() {
            for k in 0..row {
                x[row] -= self.lower.at(row, k) * x[k];
            }
            x[row] /= self.lower.at(row, row);
        }
        x
    }

    /// L Lᵀ x = b.
    pub(crate) fn solve(&self, b: &[f64]) -> Vec<f64> {
        self.solve_upper(&self.solve_lower(b))
    }

    /// Lᵀ x = b.
    pub(crate) fn solve_upper(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for row in (0..x.len()).rev() {
            for k in row + 1..x.len() {
                x[row] -= self.lower.at(k, row) * x[k];
            }
            x[row] /= self.lower.at(row, row);
        }
        x
    }

    /// L b.
    pub(crate) fn times(&self, b: &[f64]) -> Vec<f64> {
        (0..b.len())
            .map(|row| (0..=row).map(|k| self.lower.at(row, k) * b[k]).sum())
            .collect()
    }

    /// The inverse of L Lᵀ.
    pub(crate) fn inverse(&self) -> Square {
        let len = self.lower.len;
        let mut inverse = Square::zero(len);
        let mut unit = vec![0.0; len];
        for column in 0..len {
            unit[column] = 1.0;
            for (row, value) in self.solve(&unit).into_iter().enumerate() {
                inverse.entries[row * len + column] = value;
            }
            unit[column] = 0.0;
        }
        // Symmetric to the last bit.
        for row in 0..len {
            for column in 0..row {
                let mean = (inverse.at(row, column) + inverse.at(column, row)) / 2.0;
                inverse.entries[row * len + column] = mean;
                inverse.entries[column * len + row] = mean;
            }
        }
        inverse
    }

    /// ln det(L Lᵀ).
    pub(crate) fn ln_determinant(&self) -> f64 {
        (0..self.lower.len)
            .map(|idx| 2.0 * libm::log(self.lower.at(idx, idx)))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factored_matrix_solves_and_inverts() {
        let matrix = Square {
            len: 3,
            entries: vec![4.0, 2.0, 0.5, 2.0, 5.0, -1.0, 0.5, -1.0, 3.0],
        };
        let factor = matrix.factor().unwrap();
        let x = factor.solve(&[1.0, 2.0, 3.0]);
        for row in 0..3 {
            let back: f64 = (0..3).map(|k| matrix.at(row, k) * x[k]).sum();
            assert!((back - (row + 1) as f64).abs() < 1e-13);
        }
        let inverse = factor.inverse();
        for row in 0..3 {
            for column in 0..3 {
                let product: f64 = (0..3).map(|k| matrix.at(row, k) * inverse.at(k, column)).sum();
                let expected = f64::from(u8::from(row == column));
                assert!((product - expected).abs() < 1e-14);
            }
        }
        // By the rule of Sarrus.
        assert!((factor.ln_determinant() - 40.75_f64.ln()).abs() < 1e-13);
        let flat = Square {
            len: 2,
            entries: vec![1.0, 1.0, 1.0, 1.0],
        };
        assert_eq!(flat.factor(), None);
    }
}

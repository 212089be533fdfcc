//! Units as they are written in the tables, far enough to compare two numbers.
//!
//! A unit is names joined by `*` and `/`, read from the left: `L/h/kg`, `ng*h/mL`, `1/h`. It must never guess: an unknown
//! name is an error, not a new unit.

/// Exponents of mass, volume, time, length, amount of substance, score points and logarithmic spread.
type Dimensions = [i32; 7];

/// A unit taken apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Size in milligrams, liters, hours, meters, moles and plain numbers.
    scale: f64,
    dimensions: Dimensions,
}

/// The part of a unit that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitError {
    /// The part, as written.
    pub part: String,
}

const NONE: Dimensions = [0; 7];
const MASS: Dimensions = [1, 0, 0, 0, 0, 0, 0];
const VOLUME: Dimensions = [0, 1, 0, 0, 0, 0, 0];
const TIME: Dimensions = [0, 0, 1, 0, 0, 0, 0];
const LENGTH: Dimensions = [0, 0, 0, 1, 0, 0, 0];
const AMOUNT: Dimensions = [0, 0, 0, 0, 1, 0, 0];
const MOLARITY: Dimensions = [0, -1, 0, 0, 1, 0, 0];
const POINTS: Dimensions = [0, 0, 0, 0, 0, 1, 0];
const LOG_SPREAD: Dimensions = [0, 0, 0, 0, 0, 0, 1];

/// Every name that may stand in a unit. `a` is a year of 365.25 days; `-` and `1` are plain numbers.
const NAMES: &[(&str, f64, Dimensions)] = &[
    ("ng", 1e-6, MASS),
    ("mg", 1.0, MASS),
    ("g", 1e3, MASS),
    ("kg", 1e6, MASS),
    ("mL", 1e-3, VOLUME),
    ("L", 1.0, VOLUME),
    ("s", 1.0 / 3600.0, TIME),
    ("min", 1.0 / 60.0, TIME),
    ("h", 1.0, TIME),
    ("d", 24.0, TIME),
    ("wk", 168.0, TIME),
    ("a", 8766.0, TIME),
    ("mm", 1e-3, LENGTH),
    ("mol", 1.0, AMOUNT),
    ("nM", 1e-9, MOLARITY),
    ("uM", 1e-6, MOLARITY),
    ("points", 1.0, POINTS),
    ("log_sd", 1.0, LOG_SPREAD),
    ("%", 1e-2, NONE),
    ("-", 1.0, NONE),
    ("1", 1.0, NONE),
];

impl Unit {
    /// Takes a unit apart.
    ///
    /// # Errors
    /// The first part that is not a known name.
    ///
    /// # Examples
    /// ```
    /// use ebb_evidence::generate::Unit;
    ///
    /// let days = Unit::parse("d").unwrap();
    /// let hours = Unit::parse("h").unwrap();
    /// assert_eq!(days.factor_to(hours), Some(24.0));
    /// assert_eq!(days.factor_to(Unit::parse("mg").unwrap()), None);
    /// assert_eq!(Unit::parse("L/h/stone").unwrap_err().part, "stone");
    /// ```
    pub fn parse(text: &str) -> Result<Unit, UnitError> {
        let mut unit = Unit {
            scale: 1.0,
            dimensions: NONE,
        };
        let mut rest = text;
        let mut divide = false;
        loop {
            let end = rest.find(['*', '/']).unwrap_or(rest.len());
            unit.join(&rest[..end], divide)?;
            let Some(joint) = rest[end..].chars().next() else {
                return Ok(unit);
            };
            divide = joint == '/';
            rest = &rest[end + joint.len_utf8()..];
        }
    }

    /// What to multiply a number in this unit with to have it in the other, or `None` when they measure different things.
    #[must_use]
    pub fn factor_to(self, other: Unit) -> Option<f64> {
        (self.dimensions == other.dimensions).then(|| self.scale / other.scale)
    }

    fn join(&mut self, name: &str, divide: bool) -> Result<(), UnitError> {
        let Some((_, scale, dimensions)) = NAMES.iter().find(|(known, _, _)| *known == name) else {
            return Err(UnitError { part: name.to_owned() });
        };
        if divide {
            self.scale /= scale;
        } else {
            self.scale *= scale;
        }
        for (own, joined) in self.dimensions.iter_mut().zip(dimensions) {
            *own += if divide { -joined } else { *joined };
        }
        Ok(())
    }
}

//! Files from and for other programs.

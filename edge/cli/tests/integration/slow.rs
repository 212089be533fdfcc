//! What takes longer than a breath: whole diaries, and a hundred kills.

mod diaries;
mod power;
mod score;

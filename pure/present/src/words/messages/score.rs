//! The messages of the score of past forecasts: `en-score.ftl`.

use super::{FluentArgs, Message, Words, value};

messages! {
    SCORE:

    kind_forecast(when: &str);
    score_kept_forecast();
}

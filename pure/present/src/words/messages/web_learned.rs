//! The messages of the web app's screen of what was learned. Texts in `words/en-web-learned.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_LEARNED:

    web_nav_learned();
    web_about_learned();
    web_learned_see();
    web_learned_from();
    web_learned_ways();
    web_learned_reset();
    web_learned_off();
    web_learned_on();
    web_condition();
    web_taper_before();
    web_taper_steps();
    web_taper_percent();
    web_taper_days();
    web_taper_hint(guided: &str, grade: &str);
    web_taper_clinicians();
    web_ask_dose();
}

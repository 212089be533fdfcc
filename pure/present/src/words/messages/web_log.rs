//! The messages of the web app's screens for logging, entries and how a dose felt. Texts in `words/en-web-log.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_LOG:

    log_amount();
}

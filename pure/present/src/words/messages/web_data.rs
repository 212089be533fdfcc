//! The messages of the web app's screens for import, export, backups and products. Texts in `words/en-web-data.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_DATA:

    data_backup_title();
}

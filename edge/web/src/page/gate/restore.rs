//! A backup to bring back: the file, and the passphrase or the recovery phrase it opens with. Of a damaged one, what can
//! still be read is offered, never taken without being asked.

use super::PassphraseField;
use super::unlock::{Door, DoorAnswer, enter};
use crate::page::backups::read_backup;
use crate::page::file_drop::FileDrop;
use crate::page::parts::Icon;
use crate::page::state::App;
use crate::sheet::{Opened, Problem, ProblemKind};
use crate::wire::{self, Secret};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What opens the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opens {
    Passphrase,
    Phrase,
}

/// Whether a damaged backup is good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    Whole,
    Readable,
}

/// What the form holds; a handle, free to copy.
#[derive(Clone, Copy)]
struct Form {
    app: App,
    door: Door,
    opens: RwSignal<Opens>,
    passphrase: RwSignal<String>,
    phrase: RwSignal<String>,
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
    file_name: RwSignal<Option<String>>,
}

impl Form {
    fn choose(self, file: web_sys::File) {
        self.file_name.set(Some(file.name()));
        self.file.set_value(Some(file));
        self.door.problem.set(None);
    }

    /// Tries it.
    fn send(self, takes: Takes) {
        if self.door.is_busy.get_untracked() {
            return;
        }
        let Some(file) = self.file.get_value() else {
            let words = self.app.words();
            let (what, advice) = (words.err_backup_not_chosen(), words.rec_backup_not_chosen());
            self.door.problem.set(Some(Problem::form(what, advice)));
            return;
        };
        self.door.is_busy.set(true);
        self.door.problem.set(None);
        spawn_local(async move {
            let outcome = self.ask(&file, takes).await;
            self.door.is_busy.try_set(false);
            if let Err(problem) = outcome {
                self.door.problem.try_set(Some(problem));
            }
        });
    }

    async fn ask(self, file: &web_sys::File, takes: Takes) -> Result<(), Problem> {
        let secret = match self.opens.get_untracked() {
            Opens::Passphrase => Secret::Passphrase(self.passphrase.get_untracked()),
            Opens::Phrase => Secret::Phrase(self.phrase.get_untracked()),
        };
        let bytes = read_backup(self.app, file).await?;
        let asked = wire::restore(secret, takes == Takes::Readable, bytes);
        let restored = self.app.link().ask(asked).await?;
        self.passphrase.try_set(String::new());
        self.phrase.try_set(String::new());
        let opened = Opened {
            damage: None,
            n_entries: restored.n_entries,
        };
        enter(self.app, opened);
        self.app.say(restored.said);
        Ok(())
    }
}

/// Brings a backup back to a device that has no vault.
#[component]
pub(super) fn Restore(back: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let form = Form {
        app,
        door: Door::new(),
        opens: RwSignal::new(Opens::Passphrase),
        passphrase: RwSignal::new(String::new()),
        phrase: RwSignal::new(String::new()),
        file: StoredValue::new_local(None),
        file_name: RwSignal::new(None),
    };
    let is_busy = form.door.is_busy;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(Takes::Whole);
    };
    let choose = words.data_backup_choose();
    let title = Signal::derive(move || form.file_name.get().unwrap_or_else(|| choose.clone()));
    let is_damaged = Memo::new(move |_| {
        let problem = form.door.problem.get();
        problem.is_some_and(|problem| problem.kind == ProblemKind::Damaged)
    });
    let (restore, working, readable) = (
        words.web_restore_button(),
        words.web_working(),
        words.data_backup_readable(),
    );
    view! {
        <form class="gate" on:submit=submit>
            <div class="gate-head"><h1>{words.web_welcome_restore()}</h1><p class="quiet">{words.data_restore_lead()}</p></div>
            <FileDrop title hint=words.data_backup_hint() is_busy=is_busy.into() chosen=move |file| form.choose(file)/>
            <SecretFields form/>
            <DoorAnswer door=form.door/>
            {move || is_damaged.get().then(|| view! {
                <button class="button button-quiet button-wide" type="button" on:click=move |_| form.send(Takes::Readable)>
                    <Icon name="upload" class="icon icon-small"/><span>{readable.clone()}</span>
                </button>
            })}
            <div class="stack-tight">
                <button class="button button-large button-wide" type="submit" aria-disabled=move || is_busy.get().to_string()>
                    {move || if is_busy.get() { working.clone() } else { restore.clone() }}
                </button>
                <div role="status">{move || is_busy.get().then(|| view! {
                    <p class="fine" id="restoring">{App::here().words().web_unlock_working()}</p>
                    <progress aria-labelledby="restoring"></progress>
                })}</div>
                <button class="button button-text button-wide" type="button" on:click=move |_| back()>{words.web_back()}</button>
            </div>
        </form>
    }
}

/// The passphrase, or the recovery phrase.
#[component]
fn SecretFields(form: Form) -> impl IntoView {
    let words = form.app.words();
    let choice = move |opens: Opens, label: String| {
        view! {
            <label>
                <input type="radio" name="opens-with" prop:checked=move || form.opens.get() == opens
                    on:change=move |_| form.opens.set(opens)/>
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{words.data_opens_with()}</legend>
            <div class="segments">
                {choice(Opens::Passphrase, words.web_passphrase_field())}
                {choice(Opens::Phrase, words.data_recovery_phrase())}
            </div>
        </fieldset>
        {move || match form.opens.get() {
            Opens::Passphrase => {
                let label = form.app.words().data_backup_passphrase();
                view! { <PassphraseField id="backup-passphrase" label value=form.passphrase autocomplete="current-password"/> }.into_any()
            }
            Opens::Phrase => view! { <PhraseField form/> }.into_any(),
        }}
    }
}

#[component]
fn PhraseField(form: Form) -> impl IntoView {
    let words = form.app.words();
    let phrase = form.phrase;
    view! {
        <div class="field">
            <label for="backup-phrase">{words.web_recovery_title()}</label>
            <textarea class="input" id="backup-phrase" rows="4" autocomplete="off" autocapitalize="off" spellcheck="false"
                prop:value=move || phrase.get() on:input=move |event| phrase.set(event_target_value(&event))></textarea>
            <p class="field-hint">{words.web_unlock_recovery_lead()}</p>
        </div>
    }
}

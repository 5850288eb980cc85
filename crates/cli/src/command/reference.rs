//! The reference of the book: every command, flag and key, in Markdown, from the code.

use clap::{Arg, ArgAction, Command};

use crate::command::config::built_in;
use crate::command::man::is_told;
use crate::config::{KEYS, Key};

const HEAD: &str = "<!-- Made by `cargo xtask book` from the program. Do not edit. -->\n\n";

/// The pages, each with its file's name.
pub fn pages(all: &Command) -> Vec<(String, String)> {
    let mut commands = format!("{HEAD}# Commands\n\n{}\n", about(all));
    commands.push_str(&options("Every command takes:", all));
    commands.push_str(&after(all));
    all.get_subcommands().for_each(|below| section(below, &mut commands));
    vec![("commands.md".to_owned(), commands), ("keys.md".to_owned(), keys())]
}

/// A command and all below it.
fn section(command: &Command, page: &mut String) {
    if !is_told(command) {
        return;
    }
    let name = command.get_bin_name().unwrap_or(command.get_name());
    page.push_str(&format!("\n## `{name}`\n\n{}\n\n", about(command)));
    let usage = command.clone().render_usage().to_string();
    page.push_str(&format!("```text\n{}\n```\n", usage.trim_start_matches("Usage: ")));
    page.push_str(&options("", command));
    page.push_str(&after(command));
    command.get_subcommands().for_each(|below| section(below, page));
}

fn about(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    format!("{about}.")
}

/// What `--help` says at its end, as it stands.
fn after(command: &Command) -> String {
    let after = command.get_after_help().map(|after| format!("\n```text\n{after}\n```\n"));
    after.unwrap_or_default()
}

fn options(intro: &str, command: &Command) -> String {
    let built_in = |arg: &&Arg| {
        !matches!(arg.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::Version)
    };
    let own = |arg: &&Arg| !arg.is_global_set() || !intro.is_empty();
    let args = command.get_arguments().filter(built_in).filter(own);
    let rows: String = args.filter(|arg| !arg.is_hide_set()).map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let intro = if intro.is_empty() { String::new() } else { format!("\n{intro}\n") };
    format!("{intro}\n| argument | what it does |\n|---|---|\n{rows}")
}

fn row(arg: &Arg) -> String {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let mut says = format!("{}.", help.replace('|', "\\|"));
    let known = arg.get_possible_values();
    let truth = matches!(arg.get_action(), ArgAction::SetTrue) || arg.get_id() == "full_text";
    if !known.is_empty() && !truth {
        let words = known.iter().filter(|value| !value.is_hide_set()).map(|value| {
            let help = value.get_help().map(|help| format!(" ({help})")).unwrap_or_default();
            format!("`{}`{help}", value.get_name())
        });
        says.push_str(&format!(" One of {}.", words.collect::<Vec<_>>().join(", ")));
    }
    let default: Vec<_> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.is_empty() && !truth {
        says.push_str(&format!(" Default: `{}`.", default.join(" ")));
    }
    format!("| `{}` | {says} |\n", form(arg))
}

/// How it is written: `-o, --output <FILE>`.
fn form(arg: &Arg) -> String {
    let written = arg.to_string().replace('|', "\\|");
    match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(_)) => format!("-{short}, {written}"),
        _ => written,
    }
}

fn keys() -> String {
    let mut page = format!("{HEAD}# Configuration keys\n\n");
    page.push_str("What they are for and how they are set: [configuration](configuration.md).\n\n");
    page.push_str("| key | what it sets | value | built in | variable |\n|---|---|---|---|---|\n");
    KEYS.iter().for_each(|key| page.push_str(&key_row(key)));
    page
}

fn key_row(key: &Key) -> String {
    let default = match built_in(key).join(" ") {
        none if none.is_empty() => "–".to_owned(),
        words => format!("`{words}`"),
    };
    let (name, about, wants) = (key.name, key.about, key.wants());
    format!("| `{name}` | {about} | {wants} | {default} | `{}` |\n", key.variable())
}

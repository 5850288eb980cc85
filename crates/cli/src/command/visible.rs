//! The commands that people are told of.

use clap::Command;

/// The same command without those below it that are hidden.
///
/// clap adds commands and never takes one away: the tree is built anew around the arguments.
pub fn visible(command: &Command) -> Command {
    let shown = command.get_subcommands().filter(|below| !below.is_hide_set());
    let shown: Vec<Command> = shown.map(visible).collect();
    if command.get_subcommands().next().is_none() {
        return command.clone();
    }
    let mut bare = Command::new(command.get_name().to_owned())
        .args(command.get_arguments().cloned())
        .subcommands(shown)
        .subcommand_required(command.is_subcommand_required_set())
        .arg_required_else_help(command.is_arg_required_else_help_set());
    if let Some(about) = command.get_about() {
        bare = bare.about(about.clone());
    }
    if let Some(version) = command.get_version() {
        bare = bare.version(version.to_owned());
    }
    if let Some(after) = command.get_after_help() {
        bare = bare.after_help(after.clone());
    }
    bare
}

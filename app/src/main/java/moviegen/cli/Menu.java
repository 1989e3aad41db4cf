package moviegen.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What bare {@code ./moviegen} shows: the commands in groups, each with one example. */
final class Menu {
  record Group(String title, List<Supplier<Object>> commands) {}

  static final List<Group> GROUPS =
      List.of(
          new Group("Make", List.of(GenerateCommand::new, ImageCommand::new, WorldCommand::new)),
          new Group("Change", List.of(SoundCommand::new, AgainCommand::new)),
          new Group(
              "Look",
              List.of(
                  WordsCommand::new,
                  InspectCommand::new,
                  StripCommand::new,
                  PlanCommand::new,
                  DoctorCommand::new,
                  BenchCommand::new,
                  EvaluateCommand::new)),
          new Group("Serve", List.of(StudioCommand::new, WorkerCommand::new)),
          new Group("Get", List.of(CastCommand::new, CheckCommand::new)),
          new Group("Learn", List.of(RecipesCommand::new, TrainCommand::new)));

  private Menu() {}

  static String text(CommandLine program) {
    var text = new StringBuilder("Movie Gen on the JVM: films from text.\n");
    for (var group : GROUPS) {
      text.append('\n').append(group.title()).append('\n');
      for (var command : group.commands()) {
        var usage = new CommandLine(command.get()).getCommandSpec();
        var lines = usage.usageMessage().footer();
        text.append("  %-10s %s%n".formatted(usage.name(), usage.usageMessage().description()[0]))
            .append("  %-10s   %s%n".formatted("", lines[lines.length - 1].strip()));
      }
    }
    return text.append("\nOptions of a command: ")
        .append(program.getCommandName())
        .append(" COMMAND --help\n")
        .toString();
  }
}

package moviegen.cli;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The program: {@code ./moviegen COMMAND …}. Bare, it shows its commands. */
@Command(
    name = "moviegen",
    description = "Films from text, on the JVM.",
    synopsisHeading = "Usage: ",
    versionProvider = Versions.class)
public final class Main implements Runnable {
  @Option(
      names = {"-h", "--help"},
      help = true,
      description = "Show the commands.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  private Main() {}

  public static void main(String... args) {
    Locale.setDefault(Locale.ROOT);
    Log.locate();
    System.exit(commandLine(args).execute(args));
  }

  /** The command line with the one command that is meant, or with all where none is. */
  static CommandLine commandLine(String... args) {
    var all = Menu.GROUPS.stream().flatMap(group -> group.commands().stream()).map(Supplier::get);
    var commands = all.toList();
    var meant = commands.stream().filter(command -> isMeant(command, args)).toList();
    var line = new CommandLine(new Main());
    (meant.isEmpty() ? commands : meant).forEach(it -> line.addSubcommand(withHelp(it)));
    return line.setParameterExceptionHandler(new Errors())
        .setExecutionExceptionHandler(new Errors())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
  }

  private static boolean isMeant(Object command, String... args) {
    return Stream.ofNullable(command.getClass().getAnnotation(Command.class))
        .anyMatch(its -> args.length > 0 && args[0].equals(its.name()));
  }

  private static CommandLine withHelp(Object command) {
    var line = new CommandLine(command);
    addHelp(line);
    return line;
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    line.getSubcommands().values().forEach(Main::addHelp);
  }

  @Override
  public void run() {
    System.out.print(Menu.text(commandLine()));
  }
}

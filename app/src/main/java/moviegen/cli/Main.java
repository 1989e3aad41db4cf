package moviegen.cli;

import java.util.Locale;
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
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new Main());
    for (var group : Menu.GROUPS) {
      group.commands().forEach(command -> line.addSubcommand(withHelp(command.get())));
    }
    return line.setParameterExceptionHandler(new Errors())
        .setExecutionExceptionHandler(new Errors())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
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

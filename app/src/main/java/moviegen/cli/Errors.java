package moviegen.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import moviegen.generate.Failure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Every failure as one sentence on standard error: exit code 2 for a wrong request, 1 for a fault of
 * the program, 130 for Ctrl-C. Stack traces go to the log file alone.
 */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  static final int WRONG = 2;
  static final int FAULT = 1;
  static final int STOPPED = 130;

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    System.err.println(typingError(e));
    return WRONG;
  }

  private static String typingError(ParameterException e) {
    var line = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return mistyped(unmatched.getUnmatched().getFirst(), line);
    }
    if (e instanceof MissingParameterException missing) {
      var what = missing.getMissing().getFirst();
      return what.isOption()
          ? name(what) + " needs a value."
          : "%s needs a %s; ./moviegen %1$s --help shows an example."
              .formatted(line.getCommandName(), name(what));
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return "%s takes %s, got \"%s\"."
          .formatted(name(e.getArgSpec()), kind(e.getArgSpec()), e.getValue());
    }
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return cause.getMessage();
    }
    return String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" "));
  }

  private static String mistyped(String word, CommandLine line) {
    String place = line.getCommandSpec().qualifiedName();
    var commands = line.getSubcommands().keySet();
    boolean option = word.startsWith("-");
    var known = option ? line.getCommandSpec().optionsMap().keySet() : commands;
    String kind = option ? "option" : commands.isEmpty() ? "argument" : "command";
    String help = line.getParent() == null ? "./moviegen" : "./" + place + " --help";
    return Nearest.to(word, known)
        .map(near -> "\"%s\" is no %s of %s; did you mean %s?".formatted(word, kind, place, near))
        .orElse("\"%s\" is no %s of %s; %s shows what there is.".formatted(word, kind, place, help));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }

  private static String kind(ArgSpec argument) {
    var type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return type == int.class || type == long.class || type == Integer.class
        ? "a whole number"
        : type == double.class ? "a number" : "another kind of value";
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    var failure = Failure.of(e);
    if (failure.kind() == Failure.Kind.STOPPED) {
      return STOPPED;
    }
    LoggerFactory.getLogger(Errors.class).error("{}", String.join(" ", parsed.originalArgs()), e);
    if (failure.kind() != Failure.Kind.FAULT) {
      System.err.println(failure.sentence());
      return WRONG;
    }
    System.err.println("%s (details are in %s)".formatted(failure.sentence(), Log.file()));
    return FAULT;
  }
}

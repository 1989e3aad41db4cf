package moviegen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    if (e instanceof CancellationException) {
      return STOPPED;
    }
    LoggerFactory.getLogger(Errors.class).error("{}", String.join(" ", parsed.originalArgs()), e);
    if (e instanceof IllegalArgumentException) {
      System.err.println(firstLine(e));
      return WRONG;
    }
    if (isDiskFull(e)) {
      System.err.println("The disk is full: " + firstLine(e));
      return WRONG;
    }
    if (file(e) instanceof IOException failure) {
      System.err.println(sentence(failure));
      return WRONG;
    }
    System.err.println(
        "Something went wrong: %s (details are in %s)".formatted(firstLine(e), Log.file()));
    return FAULT;
  }

  private static boolean isDiskFull(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No space left on device"));
  }

  private static Throwable file(Exception e) {
    return e instanceof UncheckedIOException unchecked && unchecked.getCause() != null
        ? unchecked.getCause()
        : e;
  }

  private static String sentence(IOException e) {
    String file = e instanceof FileSystemException system ? system.getFile() : "";
    return switch (e) {
      case NoSuchFileException _ -> "There is no file " + file + ".";
      case AccessDeniedException _ -> file + " cannot be read or written: permission denied.";
      case FileAlreadyExistsException _ -> file + " exists already; --force overwrites it.";
      default -> firstLine(e);
    };
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}

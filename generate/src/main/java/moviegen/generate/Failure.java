package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** What went wrong, as one sentence for the one who asked, on the command line as over HTTP. */
public record Failure(Kind kind, String sentence) {
  /** Whose matter it is. */
  public enum Kind {
    /** The request is wrong. */
    WRONG,
    /** It was canceled. */
    STOPPED,
    /** There is no room for the result. */
    DISK_FULL,
    /** A file cannot be read or written. */
    FILE,
    /** The program is wrong. */
    FAULT
  }

  public static Failure of(Throwable e) {
    if (e instanceof CancellationException) {
      return new Failure(Kind.STOPPED, firstLine(e));
    }
    if (e instanceof IllegalArgumentException) {
      return new Failure(Kind.WRONG, firstLine(e));
    }
    if (isDiskFull(e)) {
      return new Failure(Kind.DISK_FULL, "The disk is full: " + firstLine(told(e)));
    }
    if (file(e) instanceof IOException failure) {
      return new Failure(Kind.FILE, sentence(failure));
    }
    return new Failure(Kind.FAULT, "Something went wrong: " + firstLine(file(e)));
  }

  private static boolean isDiskFull(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> message.contains("no space left on device"));
  }

  /** The outermost exception that says more than what caused it. */
  private static Throwable told(Throwable e) {
    var cause = e.getCause();
    return cause != null && cause.toString().equals(e.getMessage()) ? told(cause) : e;
  }

  private static Throwable file(Throwable e) {
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

package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import moviegen.generate.Failure;
import moviegen.queue.QuotaException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure of a request as a problem document. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void add(RoutesConfig routes) {
    routes.exception(
        Exception.class,
        (e, context) -> {
          var problem = of(e, context);
          if (problem.status() >= 500) {
            LOG.error("{} {}", context.method(), context.path(), e);
          }
          if (problem.status() == 429) {
            context.header("Retry-After", "5");
          }
          if (problem.status() == 408) {
            context.header("Connection", "close");
          }
          if (!context.res().isCommitted()) {
            problem.answer(context);
          }
        });
  }

  private static Problem of(Exception e, Context context) {
    return switch (e) {
      case Refusal refusal -> refusal.problem();
      case QuotaException full ->
          Problem.of(
              full.limit() == QuotaException.Limit.QUEUE ? 429 : 507,
              full.limit() == QuotaException.Limit.QUEUE ? "queue_full" : "disk_full",
              String.valueOf(full.getMessage()));
      case HttpResponseException answer -> routing(answer, context);
      case JdbiException _ ->
          Problem.of(503, "unavailable", "The studio's database does not answer; try again.");
      case IOException broken -> connection(broken).orElseGet(() -> failure(e));
      default ->
          causes(e)
              .filter(HttpException.class::isInstance)
              .map(HttpException.class::cast)
              .findFirst()
              .map(bad -> Problem.of(bad.getCode(), "invalid_request", sentence(bad.getCode())))
              .orElseGet(() -> failure(e));
    };
  }

  private static Problem routing(HttpResponseException e, Context context) {
    return switch (e.getStatus()) {
      case 404 -> PageRoutes.nothing(context.path()).problem();
      case 405 ->
          Problem.of(
              405,
              "method_not_allowed",
              "%s is not done at %s."
                  .formatted(context.method().name(), Text.cut(context.path(), 80)));
      default -> Problem.of(e.getStatus(), "invalid_request", sentence(e.getStatus()));
    };
  }

  /** What a client did to its own request. */
  static Optional<Problem> connection(IOException e) {
    if (causes(e).anyMatch(TimeoutException.class::isInstance)) {
      return Optional.of(Refusal.tooSlow().problem());
    }
    if (e instanceof EofException || e instanceof EOFException) {
      return Optional.of(
          Problem.of(400, "incomplete", "The request ended before its body was complete."));
    }
    return causes(e)
        .filter(HttpException.class::isInstance)
        .map(HttpException.class::cast)
        .findFirst()
        .map(bad -> Problem.of(bad.getCode(), "invalid_request", sentence(bad.getCode())));
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
  }

  /** A sentence for what the server itself refuses, before any route sees it. */
  static String sentence(int status) {
    return switch (status) {
      case 400 -> "The request is not understood.";
      case 408 -> "The request came too slowly.";
      case 413 -> "The request is too large.";
      case 414 -> "The address of the request is too long.";
      case 415 -> "The body is of a kind that is not read here.";
      case 426, 505 -> "The studio speaks HTTP/1.1.";
      case 431 -> "The headers of the request are too large.";
      default -> status < 500 ? "The request is refused." : "Something went wrong.";
    };
  }

  private static Problem failure(Exception e) {
    var failure = Failure.of(e);
    return switch (failure.kind()) {
      case WRONG -> Problem.of(400, "invalid_request", failure.sentence());
      case STOPPED -> Problem.of(409, "canceled", failure.sentence());
      case DISK_FULL -> Problem.of(507, "disk_full", "The disk is full; make room and try again.");
      case FILE, FAULT ->
          Problem.of(500, "fault", "Something went wrong; the studio's log says what.");
    };
  }
}

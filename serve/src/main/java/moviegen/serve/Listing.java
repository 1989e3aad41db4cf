package moviegen.serve;

import io.javalin.http.Context;
import java.util.Optional;

/** The parameters that all lists have, and others of a query. */
final class Listing {
  private static final int MOST = 100;

  private Listing() {}

  static int limit(Context context) {
    String text = text(context, "limit").orElse("20");
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > MOST) {
      throw Refusal.wrong(
          "limit", "A limit is 0 to %d, got \"%s\".".formatted(MOST, Text.cut(text, 40)));
    }
    return Integer.parseInt(text);
  }

  static boolean newestFirst(Context context) {
    String order = text(context, "order").orElse("desc");
    return switch (order) {
      case "desc" -> true;
      case "asc" -> false;
      default ->
          throw Refusal.wrong(
              "order", "An order is asc or desc, got \"%s\".".formatted(Text.cut(order, 40)));
    };
  }

  static Optional<String> after(Context context) {
    var after = text(context, "after");
    after.ifPresent(
        id -> {
          if (!id.matches("[0-9a-z]{1,80}")) {
            throw Refusal.wrong(
                "after", "after is the id of a job, got \"%s\".".formatted(Text.cut(id, 40)));
          }
        });
    return after;
  }

  static boolean flag(Context context, String name) {
    String text = text(context, name).orElse("false");
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw Refusal.wrong(
              name, "%s is true or false, got \"%s\".".formatted(name, Text.cut(text, 40)));
    };
  }

  static Optional<String> text(Context context, String name) {
    var text = Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
    text.ifPresent(
        value -> {
          if (!Text.isWhole(value) || value.length() > 200) {
            throw Refusal.wrong(name, "%s is a text of at most 200 characters.".formatted(name));
          }
        });
    return text;
  }
}

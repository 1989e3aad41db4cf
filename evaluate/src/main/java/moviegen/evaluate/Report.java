package moviegen.evaluate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What an evaluation has found.
 *
 * @param kind what was evaluated
 * @param count films it was evaluated on
 * @param command what to type to find it again
 * @param mean the one number that stands for all
 */
public record Report(String kind, int count, String command, List<Row> rows, double mean) {
  private static final double DIGITS = 1e4;

  public Report {
    rows = List.copyOf(rows);
  }

  /** One JSON object; what is not known is null. */
  public String json() {
    var report = JsonNodeFactory.instance.objectNode();
    report.put("kind", kind).put("count", count).put("command", command);
    var list = report.putArray("rows");
    for (var row : rows) {
      var object = list.addObject().put("name", row.name());
      put(object, "value", row.score().value());
      put(object, "low", row.score().low());
      put(object, "high", row.score().high());
      put(object, "real", row.real().orElse(Double.NaN));
      put(object, "autoencoded", row.autoencoded().orElse(Double.NaN));
      put(object, "chance", row.chance().orElse(Double.NaN));
    }
    put(report, "mean", mean);
    return report.toString();
  }

  private static void put(ObjectNode object, String name, double value) {
    if (Double.isFinite(value)) {
      object.put(name, Math.round(value * DIGITS) / DIGITS);
    } else {
      object.putNull(name);
    }
  }

  /** A table for a terminal, with 95 % intervals. */
  public String table() {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    var table = new StringBuilder("%s, %d films: %s%n".formatted(kind, count, command));
    for (var row : rows) {
      table.append("  ").append(row.name()).repeat(' ', width - row.name().length());
      table.append(number(row.score().value()));
      if (row.score().isBounded()) {
        table.append("  ").append(number(row.score().low())).append(" …");
        table.append(number(row.score().high()));
      }
      row.real().ifPresent(value -> table.append("  renders").append(number(value)));
      row.autoencoded().ifPresent(value -> table.append("  autoencoded").append(number(value)));
      row.chance().ifPresent(value -> table.append("  chance").append(number(value)));
      table.append('\n');
    }
    return table
        .append("  mean")
        .repeat(' ', Math.max(0, width - 4))
        .append(number(mean))
        .append('\n')
        .toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%9.3f", value);
  }
}

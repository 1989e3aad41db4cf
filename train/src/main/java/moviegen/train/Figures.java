package moviegen.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChartBuilder;

/**
 * The figures of a run as lines of a file, {@code step,seconds,name,value}, and as a picture made
 * from it.
 */
public record Figures(Path csv) {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 260;

  public void append(long step, double seconds, Map<String, Double> figures) {
    var lines = new ArrayList<String>();
    if (!Files.exists(csv)) {
      lines.add("step,seconds,name,value");
    }
    figures.forEach(
        (name, value) ->
            lines.add("%d,%.1f,%s,%.6g".formatted(step, seconds, name, value)));
    try {
      Files.write(csv, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be written: %s".formatted(csv, e), e);
    }
  }

  /** Draws one chart a figure, one below the other. */
  public void draw(Path png) {
    var charts = new ArrayList<org.knowm.xchart.XYChart>();
    series()
        .forEach(
            (name, points) -> {
              var chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(name).build();
              chart.getStyler().setLegendVisible(false).setMarkerSize(0);
              chart.addSeries(name, points.getFirst(), points.getLast());
              charts.add(chart);
            });
    if (charts.isEmpty()) {
      return;
    }
    ImageIO.setUseCache(false); // its cleaning could not be ordered any more in a run being stopped
    try {
      BitmapEncoder.saveBitmap(charts, charts.size(), 1, png.toString(), BitmapEncoder.BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be written: %s".formatted(png, e), e);
    }
  }

  /** By name: the steps, and the values at them. */
  private Map<String, List<List<Double>>> series() {
    var series = new LinkedHashMap<String, List<List<Double>>>();
    try (var lines = Files.lines(csv)) {
      lines
          .skip(1)
          .map(line -> line.split(",", 4))
          .forEach(
              fields -> {
                var points =
                    series.computeIfAbsent(
                        fields[2].toLowerCase(Locale.ROOT),
                        _ -> List.of(new ArrayList<>(), new ArrayList<>()));
                points.getFirst().add(Double.valueOf(fields[0]));
                points.getLast().add(Double.valueOf(fields[3]));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be read: %s".formatted(csv, e), e);
    }
    return series;
  }
}

package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private final Report report =
      new Report(
          "autoencoder",
          3,
          "./moviegen evaluate autoencoder --count 3",
          List.of(
              Row.of("film/psnr", new Interval(31.123456, 30, 32.25)),
              Row.of("tiling/largest", Interval.exact(4)).withChance(0.5)),
          31.123456);

  @Test
  void isOneJsonObject() {
    assertThat(report.json())
        .isEqualTo(
            "{\"kind\":\"autoencoder\",\"count\":3,"
                + "\"command\":\"./moviegen evaluate autoencoder --count 3\",\"rows\":["
                + "{\"name\":\"film/psnr\",\"value\":31.1235,\"low\":30.0,\"high\":32.25,"
                + "\"real\":null,\"autoencoded\":null,\"chance\":null},"
                + "{\"name\":\"tiling/largest\",\"value\":4.0,\"low\":null,\"high\":null,"
                + "\"real\":null,\"autoencoded\":null,\"chance\":0.5}],\"mean\":31.1235}");
  }

  @Test
  void isATable() {
    assertThat(report.table())
        .isEqualTo(
            """
            autoencoder, 3 films: ./moviegen evaluate autoencoder --count 3
              film/psnr        31.123     30.000 …   32.250
              tiling/largest    4.000  chance    0.500
              mean             31.123
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alignment", "words", "towers", "quality"})
  void whatIsBesideRendersHasAColumnForThem(String kind) {
    var row =
        new Row(
            "learned/all/color",
            new Interval(0.5, 0.4, 0.6),
            OptionalDouble.of(0.9),
            OptionalDouble.empty(),
            OptionalDouble.of(0.1));
    assertThat(Page.of(new Report(kind, 3, "here", List.of(row), 0.5)))
        .startsWith("# ")
        .doesNotContain("%s")
        .contains(
            """
            | | value | 95 % | renders | autoencoded | chance |
            |---|---:|---:|---:|---:|---:|
            | learned/all/color | 0.500 | 0.400 … 0.600 | 0.900 |  | 0.100 |
            """);
  }
}

package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}

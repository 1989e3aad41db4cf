package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import org.junit.jupiter.api.Test;

class AutoencoderScoreTest {
  @Test
  void anUntrainedAutoencoderIsMeasuredFromEndToEnd() {
    Ops.manualSeed(1);
    try (var params = Params.random()) {
      var autoencoder = new Autoencoder(params, AutoencoderConfig.MINIATURE, DType.FLOAT32);
      var steps = new int[1];
      var report = AutoencoderScore.of(autoencoder, 2, 0, "here", (done, _) -> steps[0] = done);
      assertThat(steps[0]).isEqualTo(2);
      assertThat(report.count()).isEqualTo(2);
      assertThat(report.rows())
          .extracting(Row::name)
          .contains(
              "film/autoencoder/psnr",
              "film/autoencoder/psnr_subject",
              "film/autoencoder/ssim",
              "film/bicubic/psnr",
              "film/h264/bits_per_pixel",
              "image/autoencoder/psnr",
              "tiling/overlap/largest_difference");
      assertThat(value(report, "film/bicubic/psnr")).isGreaterThan(report.mean());
      assertThat(value(report, "film/h264/bits_per_pixel")).isLessThanOrEqualTo(0.5);
      assertThat(report.rows()).allMatch(row -> Double.isFinite(row.score().value()));
    }
  }

  private static double value(Report report, String name) {
    return report.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}

package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_configuration;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_license;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

import org.junit.jupiter.api.Test;

class FfmpegTest {
  @Test
  void isTheLgplBuild() {
    Ffmpeg.load();
    assertThat(avcodec_license().getString()).startsWith("LGPL");
    assertThat(avcodec_configuration().getString())
        .contains("libopenh264")
        .doesNotContain("--enable-gpl", "--enable-nonfree");
  }

  @Test
  void saysWhatFailed() {
    assertThatThrownBy(() -> Ffmpeg.check(AVERROR_INVALIDDATA(), "read a film"))
        .hasMessage("Cannot read a film: invalid data found when processing input.");
  }
}

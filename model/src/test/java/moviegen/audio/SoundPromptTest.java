package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundPromptTest {
  @Test
  void saysNothingOfWhatIsLeftToTheFilm() {
    assertThat(SoundPrompt.of(Optional.empty(), Optional.empty()).text())
        .isEqualTo(
            "The audio has quality: 7.5. The audio does not contain speech. The audio does not"
                + " contain vocal singing.");
  }

  @Test
  void asksForASoundWithoutMusicInAllFields() {
    assertThat(SoundPrompt.of(Optional.of("rain on a \"tin\" roof."), Optional.of(false)).text())
        .isEqualTo(
            "The audio has quality: 7.0. The audio does not contain speech. The audio does not"
                + " contain vocal singing. The audio contains music with a 0.05 likelihood. The"
                + " audio has a description: \"Rain on a 'tin' roof.\" The audio has a music"
                + " description (if applicable): \"No music.\"");
  }

  @Test
  void leavesTheKindOfMusicToTheFilm() {
    assertThat(SoundPrompt.of(Optional.empty(), Optional.of(true)).text())
        .endsWith("The audio contains music with a 0.90 likelihood.");
  }
}

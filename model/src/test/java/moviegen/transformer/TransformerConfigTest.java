package moviegen.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformerConfigTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void oneWithoutNamedTowersHasThePapersFirst() throws JsonProcessingException {
    var config =
        JSON.readValue(
            """
            {"width":256,"depth":8,"heads":4,"hidden":704,"latentChannels":16,"extraChannels":0,
             "textWidths":[256],"places":{"time":32,"height":12,"width":12}}
            """,
            TransformerConfig.class);
    assertThat(config.textTowers()).containsExactly("text");
    assertThat(config)
        .isEqualTo(TransformerConfig.TINY.withTextTowers(List.of("text"), List.of(256)));
  }

  @Test
  void isTheSameAfterBeingWrittenDown() throws JsonProcessingException {
    String json = JSON.writeValueAsString(TransformerConfig.TINY);
    assertThat(JSON.readValue(json, TransformerConfig.class)).isEqualTo(TransformerConfig.TINY);
  }

  @Test
  void everyTowerHasItsWidth() {
    assertThatThrownBy(
            () -> TransformerConfig.TINY.withTextTowers(List.of("text", "clip"), List.of(256)))
        .hasMessage("There are 1 text widths, expected one for each of the towers text, clip");
  }
}

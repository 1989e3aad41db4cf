package moviegen.audio;

import static moviegen.golden.Golden.assertAgree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AudioCodecGoldenTest {
  @Test
  void agreesWithTheOriginal() {
    var golden = Golden.of("dac");
    var config = config(golden.config());
    try (var _ = Scope.open();
        var weights = golden.open("weights");
        var io = golden.open("io")) {
      var source = CodecKeys.open(weights, config);
      try (var params = Params.frozen(source)) {
        var codec = new AudioCodec(params, config, DType.FLOAT32);
        source.requireAllUsed();

        var wave = io.read("wave").squeeze(1);
        assertAgree(codec.hidden(wave), channelsLast(io.read("hidden")));
        var posterior = codec.posterior(wave);
        assertAgree(posterior.mean(), channelsLast(io.read("mean")));
        assertAgree(posterior.scale(), channelsLast(io.read("scale")));
        var decoded = codec.reconstruct(channelsLast(io.read("mean")));
        assertAgree(decoded, io.read("decoded").squeeze(1));
      }
    }
  }

  private static Tensor channelsLast(Tensor x) {
    return x.rearrange("b c n -> b n c");
  }

  static AudioCodecConfig config(JsonNode json) {
    var rates =
        StreamSupport.stream(json.get("encoder_rates").spliterator(), false)
            .map(JsonNode::intValue)
            .toList();
    return new AudioCodecConfig(
        json.get("sample_rate").intValue(),
        json.get("encoder_dim").intValue(),
        rates,
        json.get("latent_dim").intValue(),
        json.get("codec_dim").intValue(),
        json.get("decoder_dim").intValue(),
        false);
  }
}

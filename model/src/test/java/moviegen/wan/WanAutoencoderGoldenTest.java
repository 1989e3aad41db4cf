package moviegen.wan;

import static moviegen.golden.Golden.assertAgree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WanAutoencoderGoldenTest {
  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "BFLOAT16"})
  void agreesWithTheOriginal(DType dtype) {
    var golden = Golden.of("wan");
    var config = config(golden.config().get("vae"));
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var weights = golden.open("vae");
        var io = golden.open("vae_io")) {
      var source = weights.source(WanAutoencoderKeys.original(config));
      try (var params = Params.frozen(WanAutoencoder.kept(source, dtype))) {
        var autoencoder = new WanAutoencoder(params, config, dtype);
        source.requireAllUsed();

        var film = io.read("video").permute(0, 2, 3, 4, 1);
        var latent = autoencoder.encode(film);
        assertAgree(latent.to(dtype), channelsLast(io.read("latent")));
        var still = autoencoder.encode(film.narrow(1, 0, 1));
        assertAgree(still.to(dtype), channelsLast(io.read("image_latent")));

        var decoded = autoencoder.decode(channelsLast(io.read("latent")));
        assertAgree(decoded, channelsLast(io.read("decoded")));
        var image = autoencoder.decode(channelsLast(io.read("image_latent")));
        assertAgree(image, channelsLast(io.read("decoded_image")));
      }
    }
  }

  private static Tensor channelsLast(Tensor x) {
    return x.permute(0, 2, 3, 4, 1);
  }

  private static WanAutoencoderConfig config(JsonNode json) {
    int width = json.get("dim").intValue();
    var multipliers = new ArrayList<Integer>();
    json.get("dim_mult").forEach(m -> multipliers.add(m.intValue()));
    var temporal = new ArrayList<Boolean>();
    json.get("temporal_downsample").forEach(t -> temporal.add(t.booleanValue()));
    var base = WanAutoencoderConfig.WAN_2_1;
    return new WanAutoencoderConfig(
        width,
        width,
        multipliers,
        json.get("res_blocks").intValue(),
        temporal,
        1,
        false,
        base.mean(),
        base.std());
  }
}

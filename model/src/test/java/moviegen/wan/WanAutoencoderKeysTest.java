package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Ops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WanAutoencoderKeysTest {
  private static final WanAutoencoderConfig OLD = WanAutoencoderConfig.WAN_2_1;
  private static final WanAutoencoderConfig NEW = WanAutoencoderConfig.WAN_2_2;

  @Test
  void leadsToTheOwnersNamesAndBack() {
    for (var config : List.of(OLD, NEW)) {
      var there = WanAutoencoderKeys.original(config).inverse();
      var back = WanAutoencoderKeys.original(config);
      for (String name : AutoencoderShapes.of(config).keySet()) {
        assertThat(there.apply(name).flatMap(back::apply)).contains(name);
      }
    }
  }

  @Test
  void shapesAreThoseThatTheModelAsksFor() {
    for (var config : List.of(OLD, NEW)) {
      var asked = new TreeMap<String, List<Long>>();
      try (var params =
          Params.frozen(
              (name, _, shape) -> {
                asked.put(name, Arrays.stream(shape).boxed().toList());
                return Ops.empty(DType.FLOAT32, new Device("meta"), shape);
              })) {
        new WanAutoencoder(params, config, DType.FLOAT32);
      }
      var told = new TreeMap<String, List<Long>>();
      AutoencoderShapes.of(config)
          .forEach((name, shape) -> told.put(name, Arrays.stream(shape).boxed().toList()));
      assertThat(told).isEqualTo(asked);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "conv1.weight, quant_conv.weight",
    "conv2.bias, post_quant_conv.bias",
    "encoder.conv1.weight, encoder.conv_in.weight",
    "encoder.downsamples.3.residual.6.bias, encoder.down_blocks.3.conv2.bias",
    "encoder.downsamples.3.shortcut.weight, encoder.down_blocks.3.conv_shortcut.weight",
    "encoder.downsamples.5.resample.1.weight, encoder.down_blocks.5.resample.1.weight",
    "encoder.downsamples.8.time_conv.bias, encoder.down_blocks.8.time_conv.bias",
    "encoder.downsamples.10.residual.0.gamma, encoder.down_blocks.10.norm1.gamma",
    "encoder.middle.0.residual.3.gamma, encoder.mid_block.resnets.0.norm2.gamma",
    "encoder.middle.1.to_qkv.weight, encoder.mid_block.attentions.0.to_qkv.weight",
    "encoder.head.0.gamma, encoder.norm_out.gamma",
    "decoder.middle.1.proj.bias, decoder.mid_block.attentions.0.proj.bias",
    "decoder.middle.2.residual.2.weight, decoder.mid_block.resnets.1.conv1.weight",
    "decoder.upsamples.3.time_conv.weight, decoder.up_blocks.0.upsamplers.0.time_conv.weight",
    "decoder.upsamples.4.shortcut.bias, decoder.up_blocks.1.resnets.0.conv_shortcut.bias",
    "decoder.upsamples.11.resample.1.bias, decoder.up_blocks.2.upsamplers.0.resample.1.bias",
    "decoder.upsamples.14.residual.2.weight, decoder.up_blocks.3.resnets.2.conv1.weight",
    "decoder.head.2.weight, decoder.conv_out.weight"
  })
  void twoLayoutsNameTheSame(String original, String diffusers) {
    assertThat(WanAutoencoderKeys.diffusers(OLD).apply(diffusers))
        .isEqualTo(WanAutoencoderKeys.original(OLD).apply(original));
  }

  @ParameterizedTest
  @CsvSource({
    "encoder.downsamples.1.downsamples.0.shortcut.bias,"
        + " encoder.down_blocks.1.resnets.0.conv_shortcut.bias",
    "encoder.downsamples.1.downsamples.2.time_conv.weight,"
        + " encoder.down_blocks.1.downsampler.time_conv.weight",
    "decoder.upsamples.0.upsamples.2.residual.6.weight, decoder.up_blocks.0.resnets.2.conv2.weight",
    "decoder.upsamples.1.upsamples.3.resample.1.bias, decoder.up_blocks.1.upsampler.resample.1.bias"
  })
  void twoLayoutsOfTheNewerNameTheSame(String original, String diffusers) {
    assertThat(WanAutoencoderKeys.diffusers(NEW).apply(diffusers))
        .isEqualTo(WanAutoencoderKeys.original(NEW).apply(original));
  }
}

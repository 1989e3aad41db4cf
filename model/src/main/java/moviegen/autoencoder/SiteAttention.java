package moviegen.autoencoder;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Attention among the sites of a frame, then among the frames of a site (paper §3.1.1). */
record SiteAttention(Part space, Part time) {
  SiteAttention(Params params, int width) {
    this(new Part(params.at("space"), width), new Part(params.at("time"), width));
  }

  /** (b t h w c) → (b t h w c). */
  Tensor forward(Tensor x) {
    var t = axis("t", x.size(1));
    var h = axis("h", x.size(2));
    var w = axis("w", x.size(3));
    var frames = space.forward(x.rearrange("b t h w c -> (b t) (h w) c"));
    var sites = frames.rearrange("(b t) (h w) c -> (b h w) t c", t, h);
    return time.forward(sites).rearrange("(b h w) t c -> b t h w c", h, w);
  }

  /** Single-head attention with its norm and its shortcut (b n c). */
  record Part(LayerNorm norm, Linear queryKeyValue, Linear out) {
    Part(Params params, int width) {
      this(
          new LayerNorm(params.at("norm"), width),
          new Linear(params.at("query_key_value"), width, 3 * width),
          new Linear(params.at("out"), width, width, Init.ZEROS));
    }

    Tensor forward(Tensor x) {
      var qkv = queryKeyValue.forward(norm.forward(x)).unsqueeze(1).chunk(3, 3);
      var y = ScaledDotProduct.attend(qkv.get(0), qkv.get(1), qkv.get(2));
      return x.add(out.forward(y.squeeze(1)));
    }
  }
}

package moviegen.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;

/** Turns full-range RGB into a coder's planes and back, resizing on the way. */
final class ColorConverter implements AutoCloseable {
  private static final int FLAGS =
      SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
  private static final int ONE = 1 << 16;
  private static final int HD_ROWS = 720;

  private final SwsContext scaler;
  private final AVFrame target;
  private final int sourceRows;

  private ColorConverter(SwsContext scaler, AVFrame target, int sourceRows) {
    this.scaler = scaler;
    this.target = target;
    this.sourceRows = sourceRows;
  }

  /** From RGB to BT.709 video range yuv420p of the same size. */
  static ColorConverter toVideo(int width, int height) {
    return of(width, height, AV_PIX_FMT_RGB24, SWS_CS_ITU709, 1, width, height, AV_PIX_FMT_YUV420P);
  }

  /** From a decoded picture, by what it says of its colors, to RGB of a wanted size. */
  static ColorConverter toRgb(AVFrame picture, int width, int height) {
    return of(
        picture.width(),
        picture.height(),
        picture.format(),
        matrix(picture),
        fullRange(picture) ? 1 : 0,
        width,
        height,
        AV_PIX_FMT_RGB24);
  }

  private static ColorConverter of(
      int fromWidth, int fromHeight, int from, int matrix, int fullRange, int w, int h, int to) {
    var scaler =
        sws_getContext(
            fromWidth, fromHeight, from, w, h, to, FLAGS, null, null, (DoublePointer) null);
    if (scaler == null || scaler.isNull()) {
      throw new IllegalArgumentException(
          "Cannot turn a picture of %dx%d into one of %dx%d."
              .formatted(fromWidth, fromHeight, w, h));
    }
    var rgb = to == AV_PIX_FMT_RGB24;
    var target = to == AV_PIX_FMT_RGB24 ? SWS_CS_DEFAULT : SWS_CS_ITU709;
    sws_setColorspaceDetails(
        scaler,
        sws_getCoefficients(matrix),
        fullRange,
        sws_getCoefficients(target),
        rgb ? 1 : 0,
        0,
        ONE,
        ONE);
    return new ColorConverter(scaler, picture(w, h, to), fromHeight);
  }

  /** An empty picture with memory of its own. */
  static AVFrame picture(int width, int height, int format) {
    var frame = av_frame_alloc();
    frame.width(width).height(height).format(format);
    Ffmpeg.check(av_frame_get_buffer(frame, 0), "hold a picture");
    return frame;
  }

  /** The converted picture; the same one, overwritten, at every call. */
  AVFrame convert(AVFrame source) {
    Ffmpeg.check(av_frame_make_writable(target), "convert a picture");
    Ffmpeg.check(
        sws_scale(
            scaler,
            source.data(),
            source.linesize(),
            0,
            sourceRows,
            target.data(),
            target.linesize()),
        "convert a picture");
    return target;
  }

  /** Copies packed RGB rows into a picture, whose rows may be longer. */
  static void fill(AVFrame picture, ByteBuffer rgb) {
    var row = picture.width() * 3;
    var into = bytes(picture);
    for (var y = 0; y < picture.height(); y++) {
      into.put(y * picture.linesize(0), rgb, y * row, row);
    }
  }

  /** Copies a picture's rows out, packed. */
  static void copy(AVFrame picture, ByteBuffer rgb) {
    var row = picture.width() * 3;
    var from = bytes(picture);
    for (var y = 0; y < picture.height(); y++) {
      rgb.put(y * row, from, y * picture.linesize(0), row);
    }
  }

  private static ByteBuffer bytes(AVFrame picture) {
    return picture.data(0).capacity((long) picture.linesize(0) * picture.height()).asByteBuffer();
  }

  private static int matrix(AVFrame picture) {
    return switch (picture.colorspace()) {
      case AVCOL_SPC_BT709,
          AVCOL_SPC_BT470BG,
          AVCOL_SPC_SMPTE170M,
          AVCOL_SPC_BT2020_NCL,
          AVCOL_SPC_BT2020_CL,
          AVCOL_SPC_RGB ->
          picture.colorspace();
      default -> picture.height() >= HD_ROWS ? SWS_CS_ITU709 : SWS_CS_DEFAULT;
    };
  }

  private static boolean fullRange(AVFrame picture) {
    return switch (picture.format()) {
      case AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_RGB24 -> true;
      default -> picture.color_range() == AVCOL_RANGE_JPEG;
    };
  }

  @Override
  public void close() {
    av_frame_free(target);
    sws_freeContext(scaler);
  }
}

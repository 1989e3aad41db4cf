package moviegen.evaluate;

import java.util.Random;
import moviegen.media.Samples;

/** A sentence by a synthesizer: pulses and noise through three moving resonances. */
final class FormantVoice {
  /** "A red ball rolls away", sound by sound: kind, seconds, and its three resonances in hertz. */
  private static final String SENTENCE =
      """
      v .10 500 1500 2500
      v .07 420 1300 1700
      v .13 530 1840 2480
      s .05 0 0 0
      n .02 400 1700 2600
      s .06 0 0 0
      n .02 300 900 2300
      v .20 570 840 2410
      v .09 380 880 2575
      v .06 420 1300 1700
      v .18 500 900 2350
      v .09 380 880 2575
      n .11 250 4700 6500
      v .09 500 1400 2500
      v .08 300 700 2300
      v .12 530 1840 2480
      v .16 300 2200 2950
      s .10 0 0 0
      """;

  private static final double[] WIDTHS = {70, 100, 140};
  private static final double GLIDE = 0.02;

  private FormantVoice() {}

  static Samples speak() {
    var lines = SENTENCE.lines().map(line -> line.split(" ", 5)).toList();
    double seconds = lines.stream().mapToDouble(line -> Double.parseDouble(line[1])).sum();
    int length = (int) Math.round(seconds * Samples.RATE);
    var values = new double[length];
    var source = source(lines, length);
    var targets = targets(lines, length);
    for (int formant = 0; formant < WIDTHS.length; formant++) {
      resonate(source, targets[formant], WIDTHS[formant], 1.0 / (formant + 1), values);
    }
    double most = 0;
    for (double value : values) {
      most = Math.max(most, Math.abs(value));
    }
    var samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * values[i] / most);
    }
    return new Samples(Samples.RATE, samples);
  }

  /** A voice whose pitch falls, or breath, or silence. */
  private static double[] source(java.util.List<String[]> lines, int length) {
    var random = new Random(7);
    var source = new double[length];
    int at = 0;
    double phase = 0;
    double level = 0;
    for (var line : lines) {
      int end = Math.min(length, at + (int) Math.round(Double.parseDouble(line[1]) * Samples.RATE));
      for (; at < end; at++) {
        double wanted = line[0].equals("s") ? 0 : 1;
        level += (wanted - level) / (0.004 * Samples.RATE);
        double pitch =
            132 - 40.0 * at / length + 3 * Math.sin(2 * Math.PI * 4.5 * at / Samples.RATE);
        phase += pitch / Samples.RATE;
        boolean pulse = phase >= 1;
        phase -= pulse ? 1 : 0;
        double breath = 0.03 * random.nextGaussian();
        source[at] = level * (line[0].equals("v") ? breath + (pulse ? 12 : 0) : 8 * breath);
      }
    }
    return source;
  }

  /** Where each resonance is at every sample, gliding from sound to sound. */
  private static double[][] targets(java.util.List<String[]> lines, int length) {
    var targets = new double[WIDTHS.length][length];
    var now = new double[] {500, 1500, 2500};
    int at = 0;
    for (var line : lines) {
      int end = Math.min(length, at + (int) Math.round(Double.parseDouble(line[1]) * Samples.RATE));
      for (; at < end; at++) {
        for (int formant = 0; formant < now.length; formant++) {
          double wanted = Double.parseDouble(line[formant + 2]);
          now[formant] += wanted == 0 ? 0 : (wanted - now[formant]) / (GLIDE * Samples.RATE);
          targets[formant][at] = now[formant];
        }
      }
    }
    for (; at < length; at++) {
      for (int formant = 0; formant < now.length; formant++) {
        targets[formant][at] = now[formant];
      }
    }
    return targets;
  }

  private static void resonate(
      double[] source, double[] hertz, double width, double gain, double[] into) {
    double radius = Math.exp(-Math.PI * width / Samples.RATE);
    double last = 0;
    double before = 0;
    for (int i = 0; i < source.length; i++) {
      double turn = 2 * radius * Math.cos(2 * Math.PI * hertz[i] / Samples.RATE);
      double now = (1 - radius) * source[i] + turn * last - radius * radius * before;
      before = last;
      last = now;
      into[i] += gain * now;
    }
  }
}

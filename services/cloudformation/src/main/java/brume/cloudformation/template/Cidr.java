package brume.cloudformation.template;

import brume.json.Json;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// `Fn::Cidr`: consecutive blocks of equal size within a block of addresses.
final class Cidr {
  private static final int MAX_COUNT = 256;
  private static final int DEFAULT_HOST_BITS = 8;
  private static final Pattern BLOCK = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");

  private final byte[] address;
  private final int prefix;

  private Cidr(byte[] address, int prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  static Json apply(Evaluator evaluator, Json argument) {
    var parts = Evaluator.arguments(argument);
    if (parts == null || parts.size() < 2 || parts.size() > 3) {
      throw new TemplateException(
          "Template error: every Fn::Cidr object requires two or three parameters, (1) the block of addresses, (2) the number of blocks and (3) the number of host bits");
    }
    int count = number(evaluator, parts.get(1), 1, MAX_COUNT);
    int hostBits = parts.size() == 3 ? number(evaluator, parts.get(2), 1, 128) : DEFAULT_HOST_BITS;
    var block = String.valueOf(evaluator.text(parts.get(0)));
    return new Json.Arr(parse(block).blocks(count, hostBits).stream().map(Json::of).toList());
  }

  private static int number(Evaluator evaluator, Json part, int least, int most) {
    var text = String.valueOf(evaluator.text(part));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Refused below.
    }
    throw new TemplateException(
        "Template error: Fn::Cidr takes a number from %d to %d, not %s"
            .formatted(least, most, text));
  }

  private static Cidr parse(String block) {
    var matcher = BLOCK.matcher(block);
    if (matcher.matches()) {
      try {
        var address = InetAddress.ofLiteral(matcher.group(1)).getAddress();
        int prefix = Integer.parseInt(matcher.group(2));
        if (prefix <= address.length * 8) {
          return new Cidr(address, prefix);
        }
      } catch (IllegalArgumentException _) {
        // Refused below.
      }
    }
    throw new TemplateException(
        "Template error: Fn::Cidr takes a block of addresses such as 10.0.0.0/16, not " + block);
  }

  private List<String> blocks(int count, int hostBits) {
    int bits = address.length * 8;
    int blockPrefix = bits - hostBits;
    if (blockPrefix < prefix
        || BigInteger.ONE.shiftLeft(blockPrefix - prefix).compareTo(BigInteger.valueOf(count))
            < 0) {
      throw new TemplateException(
          "Template error: Fn::Cidr cannot take %d blocks of %d host bits from /%d"
              .formatted(count, hostBits, prefix));
    }
    var first = new BigInteger(1, address).shiftRight(bits - prefix).shiftLeft(bits - prefix);
    var blocks = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var start = first.add(BigInteger.valueOf(i).shiftLeft(hostBits));
      blocks.add(print(start) + '/' + blockPrefix);
    }
    return blocks;
  }

  private String print(BigInteger start) {
    var digits = start.toByteArray();
    var padded = new byte[address.length];
    int length = Math.min(digits.length, padded.length);
    System.arraycopy(digits, digits.length - length, padded, padded.length - length, length);
    try {
      return compressed(InetAddress.getByAddress(padded).getHostAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(Arrays.toString(padded), e);
    }
  }

  private static String compressed(String address) {
    return address.replaceFirst("(^|:)0(:0)+$", "::");
  }
}

package brume.cloudformation.deploy;

import java.util.List;

/// The names of a region's availability zones: three, as the regions of AWS have at least.
public final class Zones {
  private Zones() {}

  public static List<String> of(String region) {
    return List.of(region + 'a', region + 'b', region + 'c');
  }
}

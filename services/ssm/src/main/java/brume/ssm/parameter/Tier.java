package brume.ssm.parameter;

import static brume.model.ssm.SsmError.VALIDATION_EXCEPTION;

import org.jspecify.annotations.Nullable;

/// What a parameter may hold.
public enum Tier {
  STANDARD("Standard", 4096),
  ADVANCED("Advanced", 8192);

  private static final String INTELLIGENT = "Intelligent-Tiering";

  private final String wireName;
  private final int maxValue;

  /// @param maxValue in characters; source: Systems Manager user guide, "Managing parameter tiers"
  Tier(String wireName, int maxValue) {
    this.wireName = wireName;
    this.maxValue = maxValue;
  }

  public String wireName() {
    return wireName;
  }

  /// The tier that a value gets.
  ///
  /// @param wanted as the request names it; null for what it was, or the standard one
  /// @param before the parameter's tier until now; null for a new one
  public static Tier of(@Nullable String wanted, @Nullable String before, String value) {
    boolean wasAdvanced = ADVANCED.wireName.equals(before);
    var tier = chosen(wanted, wasAdvanced, value);
    if (tier == STANDARD && wasAdvanced) {
      throw VALIDATION_EXCEPTION.because(
          "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from"
              + " the advanced-parameter tier to the standard-parameter tier. If necessary, you can"
              + " delete the advanced parameter and recreate it as a standard parameter.");
    }
    if (value.length() > tier.maxValue) {
      throw VALIDATION_EXCEPTION.because(
          tier.wireName
              + " tier parameters support a maximum parameter value of "
              + tier.maxValue
              + " characters."
              + (tier == STANDARD
                  ? " To create a larger parameter value, upgrade the parameter to use the"
                      + " advanced-parameter tier."
                  : ""));
    }
    return tier;
  }

  private static Tier chosen(@Nullable String wanted, boolean wasAdvanced, String value) {
    if (wanted == null) {
      return wasAdvanced ? ADVANCED : STANDARD;
    }
    if (wanted.equals(INTELLIGENT)) {
      return wasAdvanced || value.length() > STANDARD.maxValue ? ADVANCED : STANDARD;
    }
    return wanted.equals(ADVANCED.wireName) ? ADVANCED : STANDARD;
  }
}

package brume.cognito.pool;

import brume.base.Ids;
import brume.base.Scope;

/// The ids of user pools, `us-east-1_AbCdEf123`, and of their clients.
public final class PoolId {
  private static final int LENGTH = 9;
  private static final int CLIENT_LENGTH = 26;
  private static final int SECRET_LENGTH = 51;

  private PoolId() {}

  public static String next(Scope scope, Ids ids) {
    var text = ids.lower(LENGTH);
    var capitals = ids.bytes(LENGTH);
    var id = new StringBuilder(scope.region()).append('_');
    for (int i = 0; i < LENGTH; i++) {
      char letter = text.charAt(i);
      id.append(capitals[i] < 0 ? Character.toUpperCase(letter) : letter);
    }
    return id.toString();
  }

  public static String nextClient(Ids ids) {
    return ids.lower(CLIENT_LENGTH);
  }

  public static String nextSecret(Ids ids) {
    return ids.lower(SECRET_LENGTH);
  }
}

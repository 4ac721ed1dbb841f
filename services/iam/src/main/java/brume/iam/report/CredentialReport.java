package brume.iam.report;

import brume.base.Bytes;
import brume.base.Scope;
import brume.iam.data.Directory;
import brume.iam.data.KeyUses;
import brume.iam.request.Self;
import brume.identity.Principal;
import brume.model.iam.AccessKey;
import brume.model.iam.GetCredentialReportResponse;
import brume.model.iam.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The users of an account and the state of their credentials, as CSV.
///
/// Source: IAM User Guide, "Generate credential reports for your AWS account". There are no
/// passwords, MFA devices and certificates.
public record CredentialReport(Directory directory, KeyUses uses) {
  private static final String HEAD =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
          + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
          + "access_key_1_last_used_date,access_key_1_last_used_region,"
          + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
          + "access_key_2_last_used_date,access_key_2_last_used_region,"
          + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
          + "cert_2_last_rotated";

  private static final String NONE = "N/A";
  private static final int KEYS = 2;

  public GetCredentialReportResponse of(Scope scope, Instant now) {
    var lines = new ArrayList<String>();
    lines.add(HEAD);
    var account = scope.account();
    lines.add(line(Self.ROOT, new Principal.Root(account).arn(), null, keys(scope, account)));
    for (User user : directory.users().all(scope)) {
      lines.add(line(user.userName(), user.arn(), user.createDate(), keys(scope, user.userId())));
    }
    var text = Bytes.utf8(String.join("\n", lines));
    return new GetCredentialReportResponse(text, now, "text/csv");
  }

  private List<AccessKey> keys(Scope scope, String owner) {
    return directory.keys().of(scope, owner);
  }

  private String line(String name, String arn, @Nullable Instant created, List<AccessKey> keys) {
    var fields = new ArrayList<String>(List.of(name, arn, time(created)));
    fields.addAll(List.of("false", NONE, NONE, NONE, "false"));
    for (int i = 0; i < KEYS; i++) {
      fields.addAll(i < keys.size() ? key(keys.get(i)) : List.of("false", NONE, NONE, NONE, NONE));
    }
    fields.addAll(List.of("false", NONE, "false", NONE));
    return String.join(",", fields);
  }

  private List<String> key(AccessKey key) {
    var last = uses.last(key.accessKeyId());
    boolean active = Objects.requireNonNull(key.status()).equals("Active");
    return List.of(
        Boolean.toString(active),
        time(key.createDate()),
        time(last.lastUsedDate()),
        last.region(),
        last.serviceName());
  }

  private static String time(@Nullable Instant at) {
    return at == null ? NONE : at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
  }
}

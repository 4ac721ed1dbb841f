package brume.iam.data;

import static brume.model.iam.IamError.ENTITY_ALREADY_EXISTS_EXCEPTION;
import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.model.iam.GetOpenIDConnectProviderResponse;
import brume.model.iam.Tag;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The OpenID Connect providers that an account trusts, by their URLs without the scheme.
///
/// Source of the quotas: IAM User Guide, "IAM and AWS STS quotas".
public final class OpenIdProviders {
  private static final int MAX_PER_ACCOUNT = 100;
  private static final int MAX_CLIENTS = 100;
  private static final int MAX_THUMBPRINTS = 5;
  private static final String TYPE = "oidc-provider/";

  private final Accounts accounts;
  private final Records<GetOpenIDConnectProviderResponse> records =
      new Records<>("iam.oidc-provider", GetOpenIDConnectProviderResponse.SHAPE);

  OpenIdProviders(Accounts accounts) {
    this.accounts = accounts;
  }

  public static Arn arn(String account, String url) {
    return Arn.global("iam", account, TYPE + url);
  }

  /// @param provider with its URL without the scheme
  public void create(Scope scope, GetOpenIDConnectProviderResponse provider) {
    var url = Objects.requireNonNull(provider.url());
    accounts.run(
        scope,
        (transaction, global) -> {
          if (records.has(transaction, global, url)) {
            throw ENTITY_ALREADY_EXISTS_EXCEPTION.because(
                "Provider with url https://" + url + " already exists.");
          }
          if (records.all(transaction, global).size() >= MAX_PER_ACCOUNT) {
            throw EntityKind.quotaExceeded("OpenIdConnectProvidersPerAccount", MAX_PER_ACCOUNT);
          }
          records.put(transaction, checked(provider), global, url);
        });
  }

  public GetOpenIDConnectProviderResponse get(Scope scope, String arn) {
    return accounts.read(scope, (reader, global) -> get(reader, global, arn));
  }

  /// The provider of an ARN, or of a URL without the scheme; null when the account has no such.
  public @Nullable GetOpenIDConnectProviderResponse find(Scope scope, String name) {
    var url = urlOf(scope, name);
    return accounts
        .read(
            scope,
            (reader, global) ->
                Optional.ofNullable(records.get(reader, global, url == null ? name : url)))
        .orElse(null);
  }

  public List<GetOpenIDConnectProviderResponse> all(Scope scope) {
    return accounts.read(scope, records::all);
  }

  public void change(
      Scope scope, String arn, UnaryOperator<GetOpenIDConnectProviderResponse> change) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var changed = checked(change.apply(get(transaction, global, arn)));
          records.put(transaction, changed, global, Objects.requireNonNull(changed.url()));
        });
  }

  public void delete(Scope scope, String arn) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var url = Objects.requireNonNull(get(transaction, global, arn).url());
          records.delete(transaction, global, url);
        });
  }

  private GetOpenIDConnectProviderResponse get(Reader reader, Scope scope, String arn) {
    var url = urlOf(scope, arn);
    var found = url == null ? null : records.get(reader, scope, url);
    if (found == null) {
      throw notFound(arn);
    }
    return found;
  }

  /// Null for the ARN of something else, or of another account.
  private static @Nullable String urlOf(Scope scope, String arn) {
    var prefix = arn(scope.account(), "").toString();
    return arn.startsWith(prefix) ? arn.substring(prefix.length()) : null;
  }

  private static GetOpenIDConnectProviderResponse checked(
      GetOpenIDConnectProviderResponse provider) {
    limit("ClientIdsPerOpenIdConnectProvider", provider.clientIdList(), MAX_CLIENTS);
    if (provider.thumbprintList() != null && provider.thumbprintList().size() > MAX_THUMBPRINTS) {
      throw LIMIT_EXCEEDED_EXCEPTION.because("Thumbprint list must contain fewer than 5 entries.");
    }
    return provider;
  }

  private static void limit(String quota, @Nullable List<String> list, int most) {
    if (list != null && list.size() > most) {
      throw EntityKind.quotaExceeded(quota, most);
    }
  }

  private static ServiceException notFound(String arn) {
    return NO_SUCH_ENTITY_EXCEPTION.because("OpenIDConnect Provider not found for arn " + arn);
  }

  public static List<Tag> tagsOf(GetOpenIDConnectProviderResponse provider) {
    return provider.tags() == null ? List.of() : provider.tags();
  }

  /// The list with one text more, or without it.
  public static List<String> with(@Nullable List<String> list, String text, boolean present) {
    var changed = new ArrayList<>(list == null ? List.<String>of() : list);
    changed.remove(text);
    if (present) {
      changed.add(text);
    }
    return List.copyOf(changed);
  }
}

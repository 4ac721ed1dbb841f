package brume.cognito.data;

import brume.cognito.pool.Pool;
import brume.model.cognitoidp.GetUserPoolMfaConfigResponse;
import brume.model.cognitoidp.SmsMfaConfigType;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which second factors pools offer.
public final class MfaConfigs {
  private final Store store;
  private final Pools pools;
  private final Records<GetUserPoolMfaConfigResponse> records =
      new Records<>("cognito.mfa", GetUserPoolMfaConfigResponse.SHAPE);

  MfaConfigs(Store store, Pools pools) {
    this.store = store;
    this.pools = pools;
  }

  public GetUserPoolMfaConfigResponse get(Pool pool) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, pool);
    }
  }

  private GetUserPoolMfaConfigResponse get(Reader reader, Pool pool) {
    var stored = records.get(reader, pool.scope(), pool.id());
    var mode = pool.settings().mfaConfiguration();
    return (stored == null ? standard(pool) : stored).toBuilder().mfaConfiguration(mode).build();
  }

  /// Of a pool that was made to ask for a factor, which is a text then.
  private static GetUserPoolMfaConfigResponse standard(Pool pool) {
    var settings = pool.settings();
    var texts =
        pool.mfa() == Pool.Mfa.OFF || !pool.sendsTexts()
            ? null
            : new SmsMfaConfigType(
                settings.smsAuthenticationMessage(), settings.smsConfiguration());
    return GetUserPoolMfaConfigResponse.builder().smsMfaConfiguration(texts).build();
  }

  public boolean offersApps(Pool pool) {
    var config = get(pool).softwareTokenMfaConfiguration();
    return config != null && Boolean.TRUE.equals(config.enabled());
  }

  public boolean offersTexts(Pool pool) {
    return get(pool).smsMfaConfiguration() != null;
  }

  /// @param mode `OFF`, `OPTIONAL` or `ON`
  /// @param texts null for none
  public void set(
      Pool pool,
      String mode,
      SoftwareTokenMfaConfigType apps,
      @Nullable SmsMfaConfigType texts,
      Instant now) {
    store.transact(
        pools.lock(pool.scope(), pool.id()),
        transaction -> {
          var current = pools.find(transaction, pool.id());
          if (current == null) {
            throw Pools.notFound(pool.id());
          }
          var settings =
              current.settings().toBuilder().mfaConfiguration(mode).lastModifiedDate(now);
          if (texts != null) {
            settings
                .smsConfiguration(texts.smsConfiguration())
                .smsAuthenticationMessage(texts.smsAuthenticationMessage());
          }
          pools.put(transaction, new Pool(pool.scope(), settings.build()));
          var config =
              GetUserPoolMfaConfigResponse.builder()
                  .softwareTokenMfaConfiguration(apps)
                  .smsMfaConfiguration(texts)
                  .build();
          records.put(transaction, config, pool.scope(), pool.id());
          return config;
        });
  }

  void delete(Transaction transaction, Pool pool) {
    records.delete(transaction, pool.scope(), pool.id());
  }
}

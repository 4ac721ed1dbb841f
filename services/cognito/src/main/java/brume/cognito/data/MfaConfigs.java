package brume.cognito.data;

import brume.cognito.pool.Pool;
import brume.model.cognitoidp.GetUserPoolMfaConfigResponse;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;

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
    return (stored == null ? GetUserPoolMfaConfigResponse.builder().build() : stored)
        .toBuilder().mfaConfiguration(mode).build();
  }

  public boolean offersApps(Pool pool) {
    var config = get(pool).softwareTokenMfaConfiguration();
    return config != null && Boolean.TRUE.equals(config.enabled());
  }

  /// @param mode `OFF`, `OPTIONAL` or `ON`
  public void set(Pool pool, String mode, SoftwareTokenMfaConfigType apps, Instant now) {
    store.transact(
        pools.lock(pool.scope(), pool.id()),
        transaction -> {
          var current = pools.find(transaction, pool.id());
          if (current == null) {
            throw Pools.notFound(pool.id());
          }
          var settings =
              current.settings().toBuilder().mfaConfiguration(mode).lastModifiedDate(now).build();
          pools.put(transaction, new Pool(pool.scope(), settings));
          var config =
              GetUserPoolMfaConfigResponse.builder().softwareTokenMfaConfiguration(apps).build();
          records.put(transaction, config, pool.scope(), pool.id());
          return config;
        });
  }

  void delete(Transaction transaction, Pool pool) {
    records.delete(transaction, pool.scope(), pool.id());
  }
}

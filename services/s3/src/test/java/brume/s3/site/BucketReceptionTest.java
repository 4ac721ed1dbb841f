package brume.s3.site;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.code;
import static brume.s3.Storage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.model.s3.AccelerateConfiguration;
import brume.model.s3.GetBucketAccelerateConfigurationRequest;
import brume.model.s3.GetBucketRequestPaymentRequest;
import brume.model.s3.PutBucketAccelerateConfigurationRequest;
import brume.model.s3.PutBucketRequestPaymentRequest;
import brume.model.s3.RequestPaymentConfiguration;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import brume.service.Reception;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketReceptionTest {
  private static final String ACCELERATED = "photos.s3-accelerate.localhost";

  @TempDir Path directory;
  private Storage storage;
  private Reception reception;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    reception = Objects.requireNonNull(storage.service.reception());
  }

  private static Request request(String method, String path) {
    var remote = InetSocketAddress.createUnresolved("client", 1);
    return new Request(method, path, "", Headers.EMPTY, Body.EMPTY, remote, false);
  }

  private void accelerate(String bucket, @Nullable String status) {
    storage.call(
        S3Model.PUT_BUCKET_ACCELERATE_CONFIGURATION,
        PutBucketAccelerateConfigurationRequest.builder()
            .bucket(bucket)
            .accelerateConfiguration(new AccelerateConfiguration(status))
            .build());
  }

  private @Nullable String acceleration() {
    return storage
        .call(
            S3Model.GET_BUCKET_ACCELERATE_CONFIGURATION,
            GetBucketAccelerateConfigurationRequest.builder().bucket(BUCKET).build())
        .status();
  }

  @Test
  void theAcceleratedHostIsForBucketsThatTurnedItOn() {
    var request = request("GET", "/photos/a");
    reception.admit("photos.s3.localhost", request);
    assertThat(acceleration()).isNull();
    assertThat(refusal(() -> reception.admit(ACCELERATED, request)).message())
        .isEqualTo("S3 Transfer Acceleration is not configured on this bucket");
    accelerate(BUCKET, "Enabled");
    assertThat(acceleration()).isEqualTo("Enabled");
    reception.admit(ACCELERATED, request);
    accelerate(BUCKET, "Suspended");
    assertThat(refusal(() -> reception.admit(ACCELERATED, request)).message())
        .isEqualTo("S3 Transfer Acceleration is disabled on this bucket");
    assertThat(code(() -> reception.admit(ACCELERATED, request("GET", "/missing/a"))))
        .isEqualTo("NoSuchBucket");
  }

  @Test
  void noBucketWithPeriodsIsAccelerated() {
    storage.create("with.periods");
    assertThat(code(() -> accelerate("with.periods", "Enabled"))).isEqualTo("InvalidRequest");
    assertThat(code(() -> accelerate(BUCKET, null))).isEqualTo("MalformedXML");
  }

  @Test
  void onlyFormsAreTakenBesideOperations() throws IOException {
    assertThat(reception.serve(storage.local.call(), request("PATCH", "/photos/a"))).isNull();
    assertThat(reception.serve(storage.local.call(), request("POST", "/photos"))).isNull();
  }

  @Test
  void theOwnerPays() {
    pay("BucketOwner");
    assertThat(code(() -> pay("Requester"))).isEqualTo("NotImplemented");
    var there =
        storage.call(
            S3Model.GET_BUCKET_REQUEST_PAYMENT,
            GetBucketRequestPaymentRequest.builder().bucket(BUCKET).build());
    assertThat(there.payer()).isEqualTo("BucketOwner");
  }

  private void pay(String payer) {
    storage.call(
        S3Model.PUT_BUCKET_REQUEST_PAYMENT,
        PutBucketRequestPaymentRequest.builder()
            .bucket(BUCKET)
            .requestPaymentConfiguration(new RequestPaymentConfiguration(payer))
            .build());
  }
}

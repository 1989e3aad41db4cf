# The studio in a container, with a Java runtime of its own; docs/operation.md says how it is run.
#
#   docker build -t moviegen .
#   docker run -p 127.0.0.1:8450:8450 -e MOVIEGEN_TOKEN=… -v moviegen:/data moviegen

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    app/make-release /release \
    && mkdir /opt/moviegen \
    && tar -xzf /release/moviegen-*.tar.gz -C /opt/moviegen --strip-components=1

FROM ubuntu:24.04
RUN apt-get update \
    && apt-get install -y --no-install-recommends libstdc++6 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-log-init --create-home --home-dir /data moviegen
COPY --from=build /opt/moviegen /opt/moviegen

ENV HOME=/data
USER moviegen
WORKDIR /data
VOLUME /data
EXPOSE 8450

HEALTHCHECK --start-period=20s --interval=30s --timeout=5s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8450 && printf 'GET /api/health HTTP/1.0\\r\\nHost: localhost\\r\\nAuthorization: Bearer %s\\r\\n\\r\\n' \"$MOVIEGEN_TOKEN\" >&3 && grep -q '\"ok\"' <&3"]

# An address that others reach asks for MOVIEGEN_TOKEN, and does not open without one.
ENTRYPOINT ["/opt/moviegen/moviegen"]
CMD ["studio", "--host", "0.0.0.0"]

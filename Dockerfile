# An image with the whole of Turntide; deploy/compose.yaml runs it.
FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui \
    libpangoft2-1.0-0 fonts-liberation \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/turntide
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
 && useradd --system --create-home --home-dir /var/lib/turntide turntide
USER turntide
ENV TURNTIDE_DATA=/var/lib/turntide
EXPOSE 8000
CMD ["turntide", "up", "--host", "0.0.0.0"]

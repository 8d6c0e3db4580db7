-- Roles of Shopmirror, created when the data volume is empty. Migrations only grant to the two groups; who logs in, and
-- with which password, is the deployment's business.
\getenv owner_password DATABASE_OWNER_PASSWORD
\getenv sync_password DATABASE_SYNC_PASSWORD
\getenv admin_password DATABASE_ADMIN_PASSWORD

CREATE ROLE shopmirror_sync NOLOGIN;
CREATE ROLE shopmirror_admin NOLOGIN;

CREATE ROLE shopmirror LOGIN PASSWORD :'owner_password';
CREATE ROLE sync_service LOGIN PASSWORD :'sync_password' IN ROLE shopmirror_sync;
CREATE ROLE admin_api LOGIN PASSWORD :'admin_password' IN ROLE shopmirror_admin;

ALTER DATABASE :"DBNAME" OWNER TO shopmirror;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO shopmirror_sync, shopmirror_admin;

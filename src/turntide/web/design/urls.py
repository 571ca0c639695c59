"""The living page of the look, there only while TURNTIDE_DEBUG is on."""

from django.urls import path

from turntide.web.design import views

urlpatterns = [path("", views.components, name="design"), path("two/", views.two_sides, name="design-two")]
